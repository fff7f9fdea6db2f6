using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>The sync in the shadow of people who enter everything by hand: it compares, and writes nothing.</summary>
public sealed class ShadowTests
{
    private static readonly DateOnly Day = new(2026, 10, 15);

    [Fact]
    public void Report_says_of_each_document_how_both_sides_compare()
    {
        using var rig = WithShadow(out var acme, out var other);
        rig.Invoices.Save(
            Make.Invoice("same", "C1", Make.Line(100)),
            Make.Invoice("elsewhere", "C1", Make.Line(100), Make.Line(7, "Z0")),
            Make.Invoice("wrong", "C1", Make.Line(20)),
            Make.Invoice("missing", "C1", Make.Line(30)),
            Make.Invoice("held", "C1", Make.Line(40, "X0")),
            Make.Journal("j", 15));
        ByHand(rig, acme, "doc-SAME", 100, "200", "OUTPUT2");
        ByHand(rig, acme, "INV-9", 107, "400", "NONE", document => document with
        {
            Lines = [Line("201", 100, 20, "OUTPUT2"), Line("200", 7, 0, "ZERORATEDOUTPUT")],
        });
        ByHand(rig, other, "DOC-wrong", 20, "200", "OUTPUT2", document => document with { DueDate = new(2026, 12, 1) });
        ByHand(rig, acme, "INV-10", 5, "200", "OUTPUT2");
        rig.Control.AddJournal(rig.Tenant, "Accrual", Day, ("200", -15), ("835", 15));
        rig.Control.ClearCalls();

        var report = rig.Run(() => rig.Process.Get<IShadowComparer>().CompareAsync(rig.Id, null, default));

        Assert.Empty(rig.Writes);
        Assert.Equal((ShadowStatus.Equal, ""), Said("DOC-same"));
        Assert.Equal((ShadowStatus.Equal, ""), Said("DOC-j"));
        Assert.Equal(ShadowStatus.Differs, Said("DOC-elsewhere").Status);
        Assert.Contains("number: DOC-elsewhere in Kompass, INV-9 in the ledger", Said("DOC-elsewhere").Differences, StringComparison.Ordinal);
        Assert.Contains("account 201, tax rate OUTPUT2: 0.00 in Kompass, 100.00 in the ledger", Said("DOC-elsewhere").Differences, StringComparison.Ordinal);
        Assert.DoesNotContain("ZERORATED", Said("DOC-elsewhere").Differences, StringComparison.Ordinal);
        Assert.Equal(
            "contact: Acme Ltd in Kompass, Borough Bakery in the ledger; due date: 2026-11-14 in Kompass, 2026-12-01 in the ledger", Said("DOC-wrong").Differences);
        Assert.Equal(ShadowStatus.OnlyInKompass, Said("DOC-missing").Status);
        Assert.Equal((ShadowStatus.Held, HoldReason.UnmappedVatRate), (Said("DOC-held").Status, Row("DOC-held").Hold!.Reason));
        Assert.Equal(ShadowStatus.OnlyInLedger, Said("INV-10").Status);
        Assert.Equal(7, report.Rows.Count);

        ShadowRow Row(string title) => report.Rows.Single(row => row.Title == title);
        (ShadowStatus Status, string Differences) Said(string title) => (Row(title).Status, string.Join("; ", Row(title).Differences));
    }

    [Fact]
    public void Shadow_mode_writes_nothing_whoever_asks()
    {
        using var rig = WithShadow(out var acme, out _);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        var plan = rig.Plan();
        Assert.Single(plan.Operations);

        Assert.Contains("shadow mode", rig.Sync().Message, StringComparison.Ordinal);
        Assert.Equal(SyncOutcome.NotRun, rig.Apply(plan).Outcome);
        var store = rig.Process.Get<IDocumentStore>();
        var refusal = Assert.Throws<RemoteLedgerException>(() => rig.Run(() => store.CreateAsync(
            rig.Connection, Kompass.Accounting.DocumentKind.Invoice, [((CreateDocument)plan.Operations[0]).Content], new("key"), default)));

        Assert.Equal(RemoteFault.Refused, refusal.Fault);
        Assert.Contains("KX2019", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(rig.Writes);
        Assert.Empty(rig.Books.Invoices);

        rig.SaveSettings(configuration => configuration with { IsShadow = false });
        Assert.False(rig.Connection.IsReadOnly);
        Assert.Equal(1, rig.SyncWhole().Counts.InvoicesCreated);
    }

    private static Rig WithShadow(out Guid acme, out Guid other)
    {
        var rig = Rig.WithClient();
        acme = rig.ContactOf("C1")!.Id;
        other = rig.Control.AddContact(rig.Tenant, "Borough Bakery");
        rig.SaveSettings(configuration => configuration with { IsShadow = true });
        rig.Control.ClearCalls();
        return rig;
    }

    private static void ByHand(
        Rig rig, Guid contact, string number, decimal net, string account, string taxType, Func<EmulatedDocument, EmulatedDocument>? configure = null) =>
        rig.Control.AddDocument(rig.Tenant, contact, "ACCREC", number, Day, net, document =>
        {
            document = document with { Lines = [Line(account, net, Money.Round(net / 5), taxType)], DueDate = new(2026, 11, 14) };
            return configure?.Invoke(document) ?? document;
        });

    private static EmulatedLine Line(string account, decimal net, decimal tax, string taxType) => new()
    {
        Id = Guid.NewGuid(),
        Description = "By hand",
        Quantity = 1,
        UnitAmount = net,
        LineAmount = net,
        TaxAmount = tax,
        AccountCode = account,
        TaxType = taxType,
    };
}
