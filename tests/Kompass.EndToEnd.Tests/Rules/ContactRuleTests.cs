using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>What is written into contacts, and what is never touched.</summary>
public sealed class ContactRuleTests
{
    private static readonly Client Full = Make.Client("C1", "Acme Ltd") with
    {
        FirstName = "Ann",
        LastName = "Lee",
        EmailAddress = "ann@acme.example",
        PhoneNumber = "020 7946 0000",
        CompanyNumber = "01234567",
        TaxNumber = "GB123456789",
        Address = new() { Line1 = "1 High Street", City = "Leeds", PostalCode = "LS1 1AA", Country = "United Kingdom" },
    };

    [Fact]
    public void Created_contact_carries_everything_that_Kompass_knows()
    {
        using var rig = new Rig();
        rig.Clients.Save(Full);
        rig.SyncWhole();

        var contact = rig.Books.Contacts.Single();
        Assert.Equal(
            ("Acme Ltd", "C1", "Ann", "Lee", "ann@acme.example", "01234567", "GB123456789"),
            (contact.Name, contact.ContactNumber, contact.FirstName, contact.LastName, contact.EmailAddress, contact.CompanyNumber, contact.TaxNumber));
        Assert.Equal("020 7946 0000", contact.Phones.Single(phone => phone.Type == "DEFAULT").Number);
        var address = contact.Addresses.Single(address => address.Type == "POBOX");
        Assert.Equal(("1 High Street", "Leeds", "LS1 1AA", "United Kingdom"), (address.Line1, address.City, address.PostalCode, address.Country));
        Assert.Equal(contact.Id.ToString(), rig.Statuses[RecordKey.Of(Full.Id)]!.RemoteId);
    }

    [Fact]
    public void Linked_contact_gets_its_blanks_filled_and_nothing_overwritten()
    {
        using var rig = WithLinkedContact(contact => contact with
        {
            EmailAddress = "office@acme.example",
            BankAccountDetails = "12-34-56 12345678",
            SalesTerms = "30 DAYSAFTERBILLDATE",
            Phones = [new("MOBILE", "07700 900000")],
            Addresses = [new("STREET") { Line1 = "9 Dock Road" }],
        });
        rig.SyncWhole();

        var contact = rig.Books.Contacts.Single();
        Assert.Equal(("ACME (UK)", "office@acme.example", "C1", "Ann"), (contact.Name, contact.EmailAddress, contact.ContactNumber, contact.FirstName));
        Assert.Equal(("12-34-56 12345678", "30 DAYSAFTERBILLDATE"), (contact.BankAccountDetails, contact.SalesTerms));
        Assert.Contains(contact.Phones, phone => phone is { Type: "MOBILE", Number: "07700 900000" });
        Assert.Contains(contact.Addresses, address => address is { Type: "STREET", Line1: "9 Dock Road" });
        Assert.Single(rig.Writes);
    }

    [Fact]
    public void Linked_contact_that_holds_everything_costs_no_call()
    {
        using var rig = WithLinkedContact(contact => contact with { ContactNumber = "X-9", EmailAddress = "office@acme.example" });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd") with { EmailAddress = "ann@acme.example" });

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Empty(rig.Writes);
        Assert.Equal("X-9", rig.Books.Contacts.Single().ContactNumber);
    }

    [Fact]
    public void Created_contact_follows_Kompass_once_the_client_changes_and_not_before()
    {
        using var rig = Created();
        Edit(rig, contact => contact with { EmailAddress = "jo@acme.example", ContactNumber = "X-9" });

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Equal("jo@acme.example", rig.Books.Contacts.Single().EmailAddress);

        rig.Clients.Save(Full with { FirstName = "Anna" });
        Assert.Equal(1, rig.SyncWhole().Counts.ContactsUpdated);
        var contact = rig.Books.Contacts.Single();
        Assert.Equal(("Anna", "ann@acme.example", "X-9"), (contact.FirstName, contact.EmailAddress, contact.ContactNumber));
    }

    [Fact]
    public void Client_renamed_is_one_update_by_id()
    {
        using var rig = Created();
        var id = rig.Books.Contacts.Single().Id;
        rig.Clients.Save(Full with { Name = "Acme Group" });

        Assert.Equal(new SyncCounts { ContactsUpdated = 1 }, rig.SyncWhole().Counts);

        Assert.Equal((id, "Acme Group"), (rig.Books.Contacts.Single().Id, rig.Books.Contacts.Single().Name));
        Assert.Equal("POST", Assert.Single(rig.Writes).Method);
    }

    [Fact]
    public void Name_that_a_person_curated_is_not_overwritten()
    {
        using var rig = Created();
        rig.Control.RenameContact(rig.Tenant, rig.Books.Contacts.Single().Id, "Acme Ltd (Leeds)");
        rig.Clients.Save(Full with { Name = "Acme Group", FirstName = "Anna" });

        Assert.Equal(1, rig.SyncWhole().Counts.ContactsUpdated);
        Assert.Equal(("Acme Ltd (Leeds)", "Anna"), (rig.Books.Contacts.Single().Name, rig.Books.Contacts.Single().FirstName));
    }

    [Fact]
    public void Name_whose_answer_was_lost_stays_ours_to_change()
    {
        using var rig = Created();
        rig.Control.InjectFault(new(FaultKind.ServerError) { Method = "POST", PathPrefix = "/Contacts", Commits = true });
        rig.Clients.Save(Full with { Name = "Acme Group" });
        rig.SyncWhole();
        rig.WaitOutTheLongestFlight();
        rig.SyncWhole();

        rig.Clients.Save(Full with { Name = "Acme Holding" });
        rig.SyncWhole();

        Assert.Equal("Acme Holding", rig.Books.Contacts.Single().Name);
        Assert.Empty(rig.Holds);
    }

    [Fact]
    public void Field_that_is_set_to_never_is_never_written()
    {
        using var rig = new Rig(new()
        {
            Settings = configuration => configuration with
            {
                Contacts = new() { CreatedFields = new Dictionary<ContactField, FieldPolicy> { [ContactField.EmailAddress] = FieldPolicy.Never } },
            },
        });
        rig.Clients.Save(Full);
        rig.SyncWhole();
        Edit(rig, contact => contact with { EmailAddress = "jo@acme.example" });
        rig.Clients.Save(Full with { FirstName = "Anna" });
        rig.SyncWhole();

        Assert.Equal(("Anna", "jo@acme.example"), (rig.Books.Contacts.Single().FirstName, rig.Books.Contacts.Single().EmailAddress));
    }

    [Fact]
    public void Contact_changed_in_Xero_between_plan_and_apply_is_left_for_the_next_plan()
    {
        using var rig = Created();
        rig.Clients.Save(Full with { FirstName = "Anna" });
        rig.Advance(TimeSpan.FromSeconds(1));
        var plan = rig.Plan();
        Edit(rig, contact => contact with { LastName = "Leigh" });

        Assert.Equal(0, rig.Apply(plan).Counts.Writes);
        Assert.Equal("Ann", rig.Books.Contacts.Single().FirstName);

        rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, rig.SyncWhole().Counts.ContactsUpdated);
        Assert.Equal("Anna", rig.Books.Contacts.Single().FirstName);
    }

    [Fact]
    public void Clients_without_documents_are_left_out_when_the_scope_says_so()
    {
        using var rig = new Rig(new()
        {
            Settings = configuration => configuration with { Contacts = new() { Scope = ClientScope.WithDocuments } },
        });
        rig.Clients.Save(Full, Make.Client("C2", "Birch"), Make.Client("C3", "Castle Catering"));
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(100)),
            Make.Invoice("2", "C2", Make.Line(100)) with { Status = InvoiceStatus.Draft },
            Make.Invoice("3", "C3", Make.Line(100)) with { Date = new(2026, 8, 31) });
        rig.SyncWhole();
        rig.AssertBooksHold("Acme Ltd", "DOC-1");

        rig.Invoices.Save(Make.Invoice("2", "C2", Make.Line(100)));
        rig.SyncWhole();
        rig.AssertBooksHold("Acme Ltd", "Birch", "DOC-1", "DOC-2");
    }

    [Fact]
    public void Contact_that_a_bookkeeper_adds_later_is_seen_by_the_guard()
    {
        using var rig = Created();
        rig.Control.AddContact(rig.Tenant, "Quayside Bakery Limited");
        rig.Clients.Save(Make.Client("C2", "Quayside Bakery Ltd"), Make.Client("C3", "Castle Catering"));

        rig.SyncHolding("C2", HoldReason.LookAlike, "Quayside Bakery Limited");
        rig.AssertBooksHold("Acme Ltd", "Castle Catering", "Quayside Bakery Limited");
    }

    [Fact]
    public void Two_alike_clients_do_not_hold_each_other()
    {
        using var rig = Created();
        rig.Clients.Save(Make.Client("C2", "Acme Limited"), Make.Client("C3", "Quayside Bakery"), Make.Client("C4", "Quayside Bakeries"));

        Assert.Equal(3, rig.SyncWhole().Counts.ContactsCreated);
        Assert.Empty(rig.Holds);
    }

    [Fact]
    public void Client_deleted_in_Kompass_leaves_its_contact_alone()
    {
        using var rig = Created();
        rig.Clients.Delete(Full.Id);

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Equal("ACTIVE", rig.Books.Contacts.Single().Status);
    }

    private static Rig Created()
    {
        var rig = new Rig();
        rig.Clients.Save(Full);
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Control.ClearCalls();
        return rig;
    }

    private static Rig WithLinkedContact(Func<EmulatedContact, EmulatedContact> change)
    {
        var rig = new Rig(new() { Contacts = ["ACME (UK)"], OverrideInterlock = true });
        Edit(rig, change);
        rig.Clients.Save(Full);
        rig.Link("C1", rig.Books.Contacts.Single().Id);
        rig.Control.ClearCalls();
        return rig;
    }

    private static void Edit(Rig rig, Func<EmulatedContact, EmulatedContact> change)
    {
        rig.Advance(TimeSpan.FromSeconds(1));
        rig.Control.EditContact(rig.Tenant, rig.Books.Contacts.Single().Id, change);
    }

    [Fact]
    public void Name_whose_answer_was_lost_stays_ours_although_Kompass_renamed_again()
    {
        using var rig = Rig.WithClient();
        rig.Clients.Save(rig.Clients[new("C1")] with { Name = "Acme Holdings Ltd" });
        rig.Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { Method = "POST", PathPrefix = "/Contacts", Count = Disturb.EveryAttempt });
        Assert.Equal(HoldReason.OutcomeUnknown, Assert.Single(rig.SyncWhole().Holds).Reason);
        Assert.Equal("Acme Holdings Ltd", rig.ContactOf("C1")!.Name);
        rig.Control.ClearFaults();

        rig.Clients.Save(rig.Clients[new("C1")] with { Name = "Acme Group Ltd" });
        for (var run = 0; run < 3; run++)
        {
            rig.WaitOutTheLongestFlight();
            rig.SyncWhole();
        }

        Assert.Equal("Acme Group Ltd", rig.ContactOf("C1")!.Name);
        Assert.Empty(rig.Holds);
    }
}
