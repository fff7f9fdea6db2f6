using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>The reasons for which a client, or a document because of its client, is held.</summary>
public sealed class ContactHoldTests
{
    [Theory]
    [Produces(HoldReason.ContactNameInvalid)]
    [InlineData("Acme <Ltd>", "<")]
    [InlineData("   ", "no name")]
    [InlineData(null, "256")]
    public void Client_with_a_name_that_Xero_refuses_is_held_until_it_is_corrected(string? name, string inDetail)
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", name ?? new string('a', 256)), Make.Client("C2", "Birch"));

        rig.SyncHolding("C1", HoldReason.ContactNameInvalid, inDetail);
        rig.AssertBooksHold("Birch");

        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.SyncReleasing("C1");
        rig.AssertBooksHold("Acme Ltd", "Birch");
    }

    [Fact]
    [Produces(HoldReason.NameTaken)]
    public void Client_with_the_name_of_a_contact_is_held_until_it_is_linked()
    {
        using var rig = new Rig(new() { Contacts = ["Acme  Ltd"], OverrideInterlock = true });
        rig.Clients.Save(Make.Client("C1", "ACME Ltd"));
        var contact = rig.Books.Contacts.Single();

        rig.SyncHolding("C1", HoldReason.NameTaken, "ACME Ltd", contact.Id.ToString());
        rig.AssertBooksHold("Acme  Ltd");

        rig.Link("C1", contact.Id);
        rig.SyncReleasing("C1");
        Assert.Equal("C1", rig.Books.Contacts.Single().ContactNumber);
    }

    [Fact]
    [Produces(HoldReason.NameTaken)]
    public void Second_of_two_clients_with_one_name_is_held_until_it_is_renamed()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"), Make.Client("C2", " acme ltd "));

        rig.SyncHolding("C2", HoldReason.NameTaken, "acme ltd", "C1");
        rig.AssertBooksHold("Acme Ltd");

        rig.Clients.Save(Make.Client("C2", "Quayside Bakery"));
        rig.SyncReleasing("C2");
        rig.AssertBooksHold("Acme Ltd", "Quayside Bakery");
    }

    [Fact]
    [Produces(HoldReason.NameTaken)]
    public void Client_renamed_to_a_name_that_a_contact_has_is_held()
    {
        using var rig = new Rig(new() { Contacts = ["Harbour Office"], OverrideInterlock = true });
        rig.Clients.Save(Make.Client("C1", "Quayside Bakery"));
        rig.SyncWhole();
        rig.Clients.Save(Make.Client("C1", "Harbour Office"));

        rig.SyncHolding("C1", HoldReason.NameTaken, "Harbour Office");
        rig.AssertBooksHold("Harbour Office", "Quayside Bakery");
    }

    [Theory]
    [Produces(HoldReason.LookAlike)]
    [InlineData(false)]
    [InlineData(true)]
    public void Client_that_looks_like_a_contact_is_held_until_a_reviewer_decides(bool archived)
    {
        using var rig = new Rig(new() { Contacts = ["Acme Engineering Limited"], OverrideInterlock = true });
        var contact = rig.Books.Contacts.Single().Id;
        if (archived)
        {
            rig.Control.ArchiveContact(rig.Tenant, contact);
        }

        rig.Clients.Save(Make.Client("C1", "Acme Engineering Ltd"), Make.Client("C2", "Quayside Bakery"));

        var hold = rig.SyncHolding("C1", HoldReason.LookAlike, "Acme Engineering Limited", contact.ToString());
        Assert.Equal(archived, hold.Detail.Contains("archived", StringComparison.Ordinal));
        rig.AssertBooksHold("Acme Engineering Limited", "Quayside Bakery");

        rig.Decide("C1", ReviewDecision.Create);
        rig.SyncReleasing("C1");
        rig.AssertBooksHold("Acme Engineering Limited", "Acme Engineering Ltd", "Quayside Bakery");
    }

    [Fact]
    [Produces(HoldReason.ContactArchived)]
    public void Invoice_for_an_archived_contact_is_held_until_the_contact_is_restored()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.SyncWhole();
        rig.Control.ArchiveContact(rig.Tenant, rig.ContactOf("C1")!.Id);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));

        rig.SyncHolding("1", HoldReason.ContactArchived, "Acme Ltd");
        rig.AssertBooksHold("Acme Ltd");

        rig.Control.RestoreContact(rig.Tenant, rig.ContactOf("C1")!.Id);
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }

    [Fact]
    [Produces(HoldReason.ContactArchived)]
    public void Client_changed_while_its_contact_is_archived_is_held()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.SyncWhole();
        rig.Control.ArchiveContact(rig.Tenant, rig.ContactOf("C1")!.Id);
        rig.Clients.Save(Make.Client("C1", "Acme Group"));

        rig.SyncHolding("C1", HoldReason.ContactArchived, "Acme Ltd");

        rig.Control.RestoreContact(rig.Tenant, rig.ContactOf("C1")!.Id);
        rig.SyncReleasing("C1");
        rig.AssertBooksHold("Acme Group");
    }

    [Fact]
    [Produces(HoldReason.ContactArchived)]
    public void Contact_archived_between_plan_and_apply_is_refused_by_Xero_and_held()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        var plan = rig.Plan();
        rig.Control.ArchiveContact(rig.Tenant, rig.ContactOf("C1")!.Id);

        rig.AssertHeld(rig.Apply(plan), "1", HoldReason.ContactArchived, "archived");
        rig.AssertBooksHold("Acme Ltd");
    }

    [Fact]
    [Produces(HoldReason.ContactMerged)]
    public void Invoice_for_a_contact_merged_into_another_clients_is_held_until_the_client_is_linked()
    {
        using var rig = new Rig(new() { Contacts = ["Harbour Office"], OverrideInterlock = true });
        rig.Clients.Save(Make.Client("C1", "Quayside Bakery"), Make.Client("C2", "Old Mill"));
        rig.SyncWhole();
        var winner = rig.ContactOf("C2")!.Id;
        var harbour = rig.Books.Contacts.Single(contact => contact.Name == "Harbour Office").Id;
        rig.Control.MergeContacts(rig.Tenant, rig.ContactOf("C1")!.Id, winner);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));

        rig.SyncHolding("1", HoldReason.ContactMerged, "Quayside Bakery", winner.ToString());
        Assert.Null(rig.DocumentOf("DOC-1"));
        Assert.Equal(DriftKind.Merged, rig.Statuses[RecordKey.Of(new ClientId("C1"))]?.Drift?.Kind);

        rig.Run(() => rig.Process.Get<IReconciler>().UnlinkAsync(rig.Id, new("C1"), "ada", default));
        rig.Link("C1", harbour);
        rig.SyncReleasing("1");
        Assert.Equal(harbour, rig.DocumentOf("DOC-1")!.ContactId);
    }

    [Fact]
    public void Merge_is_followed_to_the_contact_that_stayed()
    {
        using var rig = new Rig(new() { Contacts = ["Harbour Office", "Old Mill"], OverrideInterlock = true });
        rig.Clients.Save(Make.Client("C1", "Quayside Bakery"));
        rig.SyncWhole();
        var first = rig.ContactOf("C1")!.Id;
        var (harbour, mill) = (Named("Harbour Office"), Named("Old Mill"));
        rig.Control.MergeContacts(rig.Tenant, first, harbour);
        rig.Control.MergeContacts(rig.Tenant, harbour, mill);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));

        rig.SyncWhole();

        Assert.Equal(mill, rig.DocumentOf("DOC-1")!.ContactId);
        var entry = Assert.Single(rig.Audit(RepairRig.Client("C1")));
        Assert.Equal(("sync", $"linked to contact {first}", $"linked to contact {mill}"), (entry.Actor, entry.Before!, entry.After!));
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Single(rig.Audit(RepairRig.Client("C1")));

        Guid Named(string name) => rig.Books.Contacts.Single(contact => contact.Name == name).Id;
    }

    [Fact]
    [Produces(HoldReason.RemoteRecordMissing)]
    public void Client_linked_to_a_contact_that_is_gone_is_held_until_the_link_is_removed()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        var gone = Guid.Parse("aaaaaaaa-0000-4000-8000-000000000001");
        rig.Run(() => rig.Process.Get<IMappingStore>().SaveReviewAsync(
            rig.OrganisationId,
            [
                new()
                {
                    RemoteOrganisationId = rig.OrganisationId,
                    ClientId = new("C1"),
                    RemoteContactId = new(gone.ToString()),
                    Origin = LinkOrigin.Manual,
                    CreatedAt = rig.Now,
                    CreatedBy = "ada",
                },
            ],
            [],
            default));

        rig.SyncHolding("C1", HoldReason.RemoteRecordMissing, gone.ToString());
        rig.AssertBooksHold();

        rig.Run(() => rig.Process.Get<IReconciler>().UnlinkAsync(rig.Id, new("C1"), "ada", default));
        rig.SyncReleasing("C1");
        rig.AssertBooksHold("Acme Ltd");
    }

    [Fact]
    [Produces(HoldReason.UnlinkedClient)]
    public void Invoice_of_an_ignored_client_is_held_until_the_reviewer_decides_otherwise()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.Decide("C1", ReviewDecision.Ignore);

        rig.SyncHolding("1", HoldReason.UnlinkedClient, "C1", "reviewer");
        rig.AssertBooksHold();

        rig.Decide("C1", ReviewDecision.Create);
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }

    [Fact]
    [Produces(HoldReason.UnlinkedClient)]
    public void Invoice_of_a_held_client_says_why_the_client_is_held()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme <Ltd>"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.Invoice("2", null, Make.Line(100)), Make.Invoice("3", "C9", Make.Line(100)));

        var result = rig.SyncWhole();

        rig.AssertHeld(result, "1", HoldReason.UnlinkedClient, "C1", "<");
        rig.AssertHeld(result, "2", HoldReason.UnlinkedClient, "no client");
        rig.AssertHeld(result, "3", HoldReason.UnlinkedClient, "C9");
        rig.AssertBooksHold();
    }

    [Fact]
    [Produces(HoldReason.UnlinkedClient)]
    public void Invoice_whose_client_Xero_refuses_in_the_same_run_is_held()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd") with { EmailAddress = "not an address" });
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));

        rig.SyncHolding("1", HoldReason.UnlinkedClient, "C1");
        rig.AssertBooksHold();
    }

    [Fact]
    [Produces(HoldReason.RefusedByLedger)]
    public void Client_that_Xero_refuses_is_held_in_its_own_words_until_it_is_corrected()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd") with { EmailAddress = "not an address" }, Make.Client("C2", "Birch"));

        rig.SyncHolding("C1", HoldReason.RefusedByLedger, "Email address must be valid");
        rig.AssertBooksHold("Birch");

        rig.Clients.Save(Make.Client("C1", "Acme Ltd") with { EmailAddress = "office@acme.example" });
        rig.SyncReleasing("C1");
        rig.AssertBooksHold("Acme Ltd", "Birch");
    }
}
