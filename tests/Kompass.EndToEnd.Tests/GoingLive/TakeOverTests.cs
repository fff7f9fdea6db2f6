using System.Text;
using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>What an earlier integration left is taken over from its files, checked, and taken back.</summary>
public sealed class TakeOverTests
{
    private static readonly DateOnly Day = new(2026, 10, 15);

    [Fact]
    public void Import_takes_over_links_documents_and_mappings_and_a_second_time_changes_nothing()
    {
        using var rig = WithOldBooks(out var old);
        rig.SaveMappings(MappingKind.TaxRate, []);

        var dry = Import(rig, old, dryRun: true);
        Assert.Empty(dry.Errors);
        Assert.Equal((2, 3, 2), (dry.Contacts.Count, dry.Documents.Count, dry.Mappings.Count));
        Assert.Null(dry.Id);
        Assert.Empty(rig.Run(() => rig.Process.Get<ITakeOver>().ListAsync(rig.Id, default)));
        Assert.Null(rig.LinkOf("1"));

        var result = Import(rig, old);
        Assert.True(result.IsImported);
        Assert.Empty(rig.Writes);
        Assert.Equal(old.Invoice.ToString(), rig.LinkOf("1")!.RemoteDocumentId.Value);
        var mappings = rig.Run(() => rig.Process.Get<IMappingStore>().GetMappingsAsync(rig.OrganisationId, default));
        Assert.Contains(new CodeMapping(MappingKind.TaxRate, "S20", "OUTPUT2"), mappings);
        Assert.Contains(new CodeMapping(MappingKind.Account, "4999", rig.Account("201")), mappings);

        var again = Import(rig, old);
        Assert.Equal((7, 0, 0, 0), (again.AlreadyThere, again.Contacts.Count, again.Documents.Count, again.Mappings.Count));
        Assert.Null(again.Id);
        Assert.Single(rig.Run(() => rig.Process.Get<ITakeOver>().ListAsync(rig.Id, default)));

        rig.Invoices.Save(Make.Invoice("4", "C1", Make.Line(70)));
        Assert.Equal(1, rig.SyncWhole().Counts.InvoicesCreated);
        rig.Restart();
        Assert.Equal(0, rig.SyncWhole().Counts.InvoicesCreated);
        Assert.Equal(2, rig.Books.Invoices.Count);
    }

    [Fact]
    public void Import_with_one_wrong_line_imports_nothing_and_names_each_line()
    {
        using var rig = WithOldBooks(out var old);
        var archived = rig.Control.AddContact(rig.Tenant, "Closed Ltd", contact => contact with { Status = "ARCHIVED" });
        rig.Invoices.Save(Make.Invoice("5", "C1", Make.Line(100, "O0")), Make.Invoice("6", "C2", Make.Line(100, "O0")));
        var other = rig.Control.AddDocument(rig.Tenant, old.Acme, "ACCREC", "OTHER", Day, 90);
        var voided = rig.Control.AddDocument(rig.Tenant, old.Acme, "ACCREC", "VOID", Day, 100);
        rig.Control.VoidInvoice(rig.Tenant, voided);

        var result = Import(rig, new()
        {
            Clients = $"kompass_id;xero_uuid\nC1;{old.Acme}\nC9;{old.Acme}\nC2;{Guid.Empty}\nC2;{archived}\nC2;{old.Acme}\nC2;\n",
            Documents = $"kompass_id,kind,number,xero_uuid\n1,bill,,{old.Invoice}\n9,invoice,,{old.Invoice}\n1,credit note,,{old.Invoice}\n"
                + $"1,invoice,,{old.Credit}\n5,invoice,,{other}\n5,invoice,X,{old.Invoice}\n5,invoice,,{voided}\n6,invoice,,{old.Invoice}\n1,invoice,inv-1,{old.Invoice}\n2,credit note,,nonsense\n",
            Mappings = "kind\tkompass_code\txero_code\ncolour\tA\tB\naccount\t4999\t9999\ntax rate\tS20\tNONE\nitem\tOLD\tCONS\n",
        });

        Assert.Equal(
            [
                "clients, line 3, kompass_id", "clients, line 4, xero_uuid", "clients, line 5, xero_uuid", "clients, line 6, xero_uuid", "clients, line 7, xero_uuid",
                "documents, line 2, kind", "documents, line 3, kompass_id", "documents, line 4, kind", "documents, line 5, xero_uuid", "documents, line 6",
                "documents, line 7", "documents, line 8", "documents, line 9", "documents, line 11, xero_uuid",
                "mappings, line 2, kind", "mappings, line 3, xero_code", "mappings, line 4, kompass_code",
            ],
            result.Errors.Select(error => error.ToString().Split(':')[0]));
        Assert.Contains(result.Errors, error => error.Message.Contains("net: 100.00 in Kompass, 90.00 in the ledger", StringComparison.Ordinal));
        Assert.Contains(result.Errors, error => error.Message.Contains("number: X in the file, INV-1 in the ledger", StringComparison.Ordinal));
        Assert.Contains(result.Errors, error => error.Message.Contains("contact: (none) in Kompass", StringComparison.Ordinal));
        Assert.Equal("mappings, line 5, kompass_code", Assert.Single(result.Warnings).ToString().Split(':')[0]);
        Assert.False(result.IsImported);
        Assert.Null(rig.LinkOf("1"));
        Assert.Empty(rig.Run(() => rig.Process.Get<IMappingStore>().GetContactLinksAsync(rig.OrganisationId, default)));
    }

    [Fact]
    public void Import_is_taken_back_as_long_as_nothing_used_it()
    {
        using var rig = WithOldBooks(out var old);
        rig.SaveMappings(MappingKind.TaxRate, []);
        var id = Import(rig, old).Id!.Value;

        var reversal = Revert(rig, id);

        Assert.Equal((2, 3, 2), (reversal.Contacts, reversal.Documents, reversal.Mappings));
        Assert.Empty(reversal.Stays);
        Assert.Null(rig.LinkOf("1"));
        Assert.Equal(HoldReason.AlreadyInLedger, rig.HoldOf("1")!.Reason);
        Assert.Equal(0, Revert(rig, id).Documents);
        Assert.Equal("eve", Assert.Single(rig.Run(() => rig.Process.Get<ITakeOver>().ListAsync(rig.Id, default))).RevertedBy);
        Assert.NotEqual(id, Import(rig, old).Id);
    }

    [Fact]
    public void Import_that_was_used_stays_in_part_and_says_why()
    {
        using var rig = WithOldBooks(out var old);
        var id = Import(rig, old).Id!.Value;
        rig.Invoices.Save(Make.Invoice("4", "C1", Make.Line(70)), rig.Invoices[new("1")] with { Details = "Changed" });
        rig.Advance(TimeSpan.FromSeconds(1));
        rig.SyncWhole();

        var reversal = Revert(rig, id);

        Assert.Equal((0, 2, 0), (reversal.Contacts, reversal.Documents, reversal.Mappings));
        Assert.Equal(4, reversal.Stays.Count);
        Assert.Contains(reversal.Stays, text => text.Contains("Document INV-1 stays linked", StringComparison.Ordinal));
        Assert.Contains(reversal.Stays, text => text.Contains("Client C1 stays linked: document", StringComparison.Ordinal));
        Assert.Contains(reversal.Stays, text => text.Contains("Client C2 stays linked: a sync", StringComparison.Ordinal));
        Assert.Contains(reversal.Stays, text => text.Contains("'4999' stays", StringComparison.Ordinal));
        Assert.NotNull(rig.LinkOf("1"));
        Assert.Null(rig.LinkOf("2"));
        Assert.Contains(
            "does not exist", Assert.Throws<ConfigurationException>(() => Revert(rig, new(Guid.Empty))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_of_an_import_that_was_taken_back_are_not_sent_a_second_time()
    {
        using var rig = WithOldBooks(out var old);
        var id = Import(rig, old).Id!.Value;
        rig.Advance(TimeSpan.FromSeconds(1));
        rig.SyncWhole();
        var documents = rig.Books.Invoices.Count;

        Revert(rig, id);
        rig.Invoices.Save(rig.Invoices[new("1")] with { Details = "Changed" });
        rig.Advance(TimeSpan.FromSeconds(1));

        rig.SyncHolding("1", HoldReason.AlreadyInLedger, "was taken back", old.Invoice.ToString());
        Assert.Equal(documents, rig.Books.Invoices.Count);
        Assert.True(rig.Relink(RepairRig.Document("2"), old.Credit).IsDone);
        Assert.Null(rig.HoldOf("2"));
    }

    [Fact]
    public void Document_with_another_number_is_taken_over_with_a_warning()
    {
        using var rig = WithOldBooks(out var old);
        rig.Invoices.Save(rig.Invoices[new("1")] with { Reference = "NEW-1" });

        var result = Import(rig, old, dryRun: true);

        Assert.Empty(result.Errors);
        Assert.Contains("NEW-1 is number INV-1 in the ledger", Assert.Single(result.Warnings, issue => issue.Message.Contains("NEW-1", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
    }

    private static Rig WithOldBooks(out Old old)
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"), Make.Client("C2", "Borough Bakery"));
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(100, "O0")) with { Reference = "INV-1" }, Make.CreditNote("2", "C1", 30).WithLines(Make.Line(-30, "O0")), Make.Journal("3", 40));
        var acme = rig.Control.AddContact(rig.Tenant, "ACME Limited");
        var bakery = rig.Control.AddContact(rig.Tenant, "Bakery");
        old = new()
        {
            Acme = acme,
            Invoice = rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "INV-1", Day, 100),
            Credit = rig.Control.AddDocument(rig.Tenant, acme, "ACCRECCREDIT", "CN-1", Day, 30),
        };
        var journal = rig.Control.AddJournal(rig.Tenant, "Old integration", Day, ("200", -40), ("835", 40));
        old = old with
        {
            Clients = $"kompass_id,xero_uuid,remark\nC1,{acme.ToString().ToUpperInvariant()},kept\nC2,{bakery},\n",
            Documents = $"kompass_id,kind,number,xero_uuid\n1,Invoice,INV-1,{old.Invoice}\n2,credit_note,,{old.Credit}\n3,Journal,,{journal}\n",
            Mappings = "kind,kompass_code,xero_code\nVAT rate,S20,OUTPUT2\nnominal,4999,201\n",
        };
        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Control.ClearCalls();
        return rig;
    }

    private static TakeOverResult Import(Rig rig, Old old, bool dryRun = false) => rig.Run(() => rig.Process.Get<ITakeOver>().ImportAsync(
        rig.Id, new() { Clients = Csv(old.Clients), Documents = Csv(old.Documents), Mappings = Csv(old.Mappings) }, new("ada", dryRun), default));

    private static TakeOverReversal Revert(Rig rig, ImportId id) => rig.Run(() => rig.Process.Get<ITakeOver>().RevertAsync(rig.Id, id, "eve", default));

    private static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed record Old
    {
        public Guid Acme { get; init; }

        public Guid Invoice { get; init; }

        public Guid Credit { get; init; }

        public string Clients { get; init; } = "";

        public string Documents { get; init; } = "";

        public string Mappings { get; init; } = "";
    }
}
