using Kompass.Accounting;
using static Kompass.EndToEnd.Tests.RepairRig;

namespace Kompass.EndToEnd.Tests;

/// <summary>Links that a person moves or removes.</summary>
public sealed class RelinkTests
{
    [Fact]
    public void Client_is_relinked_to_a_contact_that_exists_is_active_and_nobody_elses()
    {
        using var rig = new Rig(new() { Contacts = ["Harbour Office", "Old Mill"], OverrideInterlock = true });
        var (harbour, mill) = (ContactId(rig, "Harbour Office"), ContactId(rig, "Old Mill"));
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"), Make.Client("C2", "Quayside Bakery"));
        rig.SyncWhole();
        var first = rig.ContactOf("C1")!.Id;
        rig.Control.ArchiveContact(rig.Tenant, mill);

        rig.Relink(Client("C1"), Guid.Parse("aaaaaaaa-0000-4000-8000-000000000001")).AssertRefused("does not exist");
        rig.Relink(Client("C1"), mill).AssertRefused("archived");
        rig.Relink(Client("C1"), first).AssertRefused("already");
        rig.Relink(Client("C1"), rig.ContactOf("C2")!.Id).AssertRefused("client C2", "share");
        rig.Relink(Client("C9"), harbour).AssertRefused("does not list");
        Assert.Empty(rig.Audit(Client("C1")));

        Assert.True(rig.Relink(Client("C1"), harbour).IsDone);

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncWhole();
        Assert.Equal(harbour, rig.DocumentOf("DOC-1")!.ContactId);
        var entry = Assert.Single(rig.Audit(Client("C1")));
        Assert.Equal((AuditAction.Relink, "ada", Ada.Reason, $"linked to contact {first}", $"linked to contact {harbour}"), (entry.Action, entry.Actor, entry.Reason, entry.Before!, entry.After!));
    }

    [Fact]
    public void Clients_share_a_contact_only_when_that_is_allowed()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"), Make.Client("C2", "Quayside Bakery"));
        rig.SyncWhole();
        var contact = rig.ContactOf("C1")!.Id;
        Assert.False(rig.Relink(Client("C2"), contact).IsDone);

        Assert.True(rig.Relink(Client("C2"), contact, allowShared: true).IsDone);

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.Invoice("2", "C2", Make.Line(50)));
        rig.SyncWhole();
        Assert.Equal([contact, contact], new[] { "DOC-1", "DOC-2" }.Select(number => rig.DocumentOf(number)!.ContactId));
        Assert.Equal("Acme Ltd", rig.Books.Contacts.Single(found => found.Id == contact).Name);
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Unlinked_client_is_treated_as_a_new_one()
    {
        using var rig = Rig.WithClient();

        rig.Unlink(Client("C1")).AssertDone();
        rig.Unlink(Client("C1"))[0].AssertRefused("not linked");

        rig.SyncHolding("C1", HoldReason.NameTaken, "Acme Ltd");
        Assert.Single(rig.Books.Contacts);
    }

    [Fact]
    public void Unlinked_document_that_still_stands_is_not_sent_a_second_time()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Journal("1", 10));
        rig.SyncWhole();

        rig.Unlink(Document("1")).AssertDone();
        rig.SyncWhole();

        Assert.Single(rig.Books.ManualJournals);
        Assert.Contains("still stands", Assert.Single(rig.Skips()).Reason, StringComparison.Ordinal);
        rig.Unskip(Document("1"))[0].AssertRefused("would be sent twice");

        Assert.True(rig.Relink(Document("1"), rig.Books.ManualJournals.Single().Id).IsDone);
        Assert.Empty(rig.Skips());
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);

        rig.Unlink(Document("1")).AssertDone();
        rig.Control.EditJournal(rig.Tenant, rig.Books.ManualJournals.Single().Id, journal => journal with { Status = "VOIDED" });
        rig.Unskip(Document("1")).AssertDone();
        Assert.Equal(1, rig.SyncWhole().Counts.JournalsCreated);
    }

    [Fact]
    public void Unlinked_document_that_is_voided_is_sent_anew()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Journal("1", 10));
        rig.SyncWhole();
        rig.Control.EditJournal(rig.Tenant, rig.JournalOf("1")!.Id, journal => journal with { Status = "VOIDED" });

        rig.Unlink(Document("1")).AssertDone();

        Assert.Equal(1, rig.SyncWhole().Counts.JournalsCreated);
        Assert.Single(rig.Books.ManualJournals, journal => journal.Status == "POSTED");
    }

    [Fact]
    public void Document_is_relinked_only_to_one_that_agrees()
    {
        using var rig = Rig.WithClient();
        rig.Clients.Save(Make.Client("C2", "Quayside Bakery"));
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(100)),
            Make.Invoice("2", "C1", Make.Line(100)) with { Date = new(2026, 10, 16) },
            Make.Invoice("3", "C1", Make.Line(90)),
            Make.Invoice("4", "C2", Make.Line(100)),
            Make.Invoice("5", "C1", Make.Line(100)),
            Make.CreditNote("6", "C1", 100));
        rig.SyncWhole();
        var id = Id("DOC-5");
        foreach (var other in new[] { "2", "3", "4", "5", "6" })
        {
            rig.Unlink(Document(other)).AssertDone();
        }

        rig.Relink(Document("1"), Id("DOC-1")).AssertRefused("linked to that document already");
        rig.Relink(Document("1"), Id("DOC-2")).AssertRefused("date: 2026-10-15 in Kompass, 2026-10-16 in the ledger");
        rig.Relink(Document("1"), Id("DOC-3")).AssertRefused("net: 100.00", "VAT: 20.00", "gross: 120.00 in Kompass, 108.00 in the ledger");
        rig.Relink(Document("1"), Id("DOC-4")).AssertRefused("contact");
        rig.Relink(Document("1"), Id("DOC-6")).AssertRefused("no invoice with the id");
        rig.Control.VoidInvoice(rig.Tenant, id);
        rig.Relink(Document("1"), id).AssertRefused("it is voided");
        Assert.True(rig.Relink(Document("2"), Id("DOC-2")).IsDone);
        rig.Relink(Document("1"), Id("DOC-2")).AssertRefused("linked to invoice 2 already");
        Assert.Equal(Id("DOC-1").ToString(), rig.LinkOf("1")!.RemoteDocumentId.Value);

        rig.Control.EditInvoice(rig.Tenant, id, document => document with { Status = "AUTHORISED" });
        var result = rig.Relink(Document("1"), id);
        Assert.True(result.IsDone, result.Message);
        Assert.Contains("Document DOC-1 is linked to nothing now", result.Message, StringComparison.Ordinal);
        Assert.Equal(id.ToString(), rig.LinkOf("1")!.RemoteDocumentId.Value);

        Guid Id(string number) => rig.DocumentOf(number)!.Id;
    }

    private static Guid ContactId(Rig rig, string name) => rig.Books.Contacts.Single(contact => contact.Name == name).Id;
}
