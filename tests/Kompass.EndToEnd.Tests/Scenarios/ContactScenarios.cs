using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>What contacts go through on a real Xero.</summary>
public sealed class ContactScenarios
{
    [Fact]
    [Trait("Scenario", "5")]
    public void Contact_of_the_same_name_that_nobody_linked_is_not_overwritten()
    {
        using var rig = new Rig(new() { OverrideInterlock = true });
        var curated = rig.Control.AddContact(rig.Tenant, "Acme Ltd", contact => contact with
        {
            EmailAddress = "curated@acme.example",
            FirstName = "Ann",
            ContactPersons = [new("Bea", "Brook", "bea@acme.example", true)],
        });
        var before = rig.Books.Contacts.Single();
        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Clients.Save(Make.Client("C1", "acme ltd") with { EmailAddress = "kompass@acme.example", FirstName = "Carl" });
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));

        rig.SyncHolding("C1", HoldReason.NameTaken, curated.ToString());

        Assert.Equal(before, rig.Books.Contacts.Single());
        Assert.Empty(rig.Writes);
        rig.AssertBooksHold("Acme Ltd");
    }

    [Fact]
    [Trait("Scenario", "5")]
    public void Contact_that_took_the_name_between_plan_and_apply_is_not_overwritten()
    {
        using var rig = new Rig(new() { OverrideInterlock = true });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd") with { EmailAddress = "kompass@acme.example" });
        var plan = rig.Plan();
        rig.Control.AddContact(rig.Tenant, "ACME Ltd", contact => contact with { EmailAddress = "curated@acme.example" });

        rig.AssertHeld(rig.Apply(plan), "C1", HoldReason.NameTaken);

        Assert.Equal(("ACME Ltd", "curated@acme.example"), (rig.Books.Contacts.Single().Name, rig.Books.Contacts.Single().EmailAddress));
        Assert.All(rig.Writes, call => Assert.Equal("PUT", call.Method));
    }

    [Fact]
    [Trait("Scenario", "8")]
    public void Client_archived_in_Xero_before_its_next_invoice_is_held_and_the_others_are_sent()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"), Make.Client("C2", "Birch"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Control.ArchiveContact(rig.Tenant, rig.ContactOf("C1")!.Id);
        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(20)), Make.Invoice("3", "C2", Make.Line(30)));
        rig.Control.ClearCalls();

        rig.SyncHolding("2", HoldReason.ContactArchived, "Acme Ltd");

        rig.AssertBooksHold("Acme Ltd", "Birch", "DOC-1", "DOC-3");
        Assert.All(rig.Writes, call => Assert.Equal(200, call.Status));

        rig.Control.RestoreContact(rig.Tenant, rig.ContactOf("C1")!.Id);
        rig.SyncReleasing("2");
        rig.AssertBooksHold("Acme Ltd", "Birch", "DOC-1", "DOC-2", "DOC-3");
    }
}
