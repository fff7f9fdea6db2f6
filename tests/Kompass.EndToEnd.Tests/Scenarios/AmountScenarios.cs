using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>Amounts and days that a real Xero computes in its own way.</summary>
public sealed class AmountScenarios
{
    private static readonly Allocation[] ThreeLines = [Make.Line(25.06m, "N15"), Make.Line(25.61m, "N15"), Make.Line(25.63m, "N15")];

    private static Rig WithClient(RigOptions? options = null)
    {
        var rig = new Rig(options);
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        return rig;
    }

    [Fact]
    [Trait("Scenario", "7")]
    public void Invoice_in_a_locked_period_is_held_before_any_call_and_the_others_are_sent()
    {
        using var rig = WithClient();
        rig.Control.SetLockDates(rig.Tenant, new(2026, 10, 31));
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(10)) with { Date = new(2026, 10, 31) },
            Make.Invoice("2", "C1", Make.Line(20)) with { Date = new(2026, 11, 1) },
            Make.Journal("3", 5) with { Date = new(2026, 10, 15) });

        rig.SyncHolding("1", HoldReason.PeriodLocked, "2026-10-31");

        Assert.Equal(HoldReason.PeriodLocked, rig.HoldOf("3")!.Reason);
        rig.AssertBooksHold("Acme Ltd", "DOC-2");
        Assert.All(rig.Writes, call => Assert.Equal(1, call.Elements));

        rig.Control.SetLockDates(rig.Tenant, new(2026, 9, 30));
        rig.SyncReleasing("1");
        HoldAssertions.AssertReleased(rig, "3");
        Assert.Equal(new DateOnly(2026, 10, 31), rig.DocumentOf("DOC-1")!.Date);
    }

    [Fact]
    [Trait("Scenario", "9")]
    public void Three_lines_of_11_44_arrive_as_11_44_and_not_as_11_45()
    {
        using var rig = WithClient();
        var invoice = Make.Invoice("1", "C1", ThreeLines);
        Assert.Equal((76.30m, 11.44m), (invoice.Net, invoice.Vat));
        rig.Invoices.Save(invoice);

        rig.SyncWhole();

        var sent = rig.DocumentOf("DOC-1")!;
        Assert.Equal((76.30m, 11.44m, 87.74m), (sent.Net, sent.Vat, sent.Gross));
        Assert.Equal([3.76m, 3.84m, 3.84m], sent.Lines.Select(line => line.TaxAmount));
        Assert.Empty(rig.Holds);
    }

    [Fact]
    [Trait("Scenario", "9")]
    public void Three_lines_of_which_Kompass_made_11_45_are_held_with_both_sums()
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", ThreeLines) with { Vat = 11.45m });

        rig.SyncHolding("1", HoldReason.TotalsDiffer, "11.44", "11.45");
        rig.AssertBooksHold("Acme Ltd");
    }

    [Fact]
    [Trait("Scenario", "10")]
    public void Unit_price_of_four_decimals_arrives_whole()
    {
        using var rig = WithClient();
        var line = Make.Line(0.3333m) with { Quantity = 3 };
        rig.Invoices.Save(Make.Invoice("1", "C1", line), Make.CreditNote("2", "C1", 0.3333m) with { Net = -0.33m, Vat = -0.07m });

        rig.SyncWhole();

        var sent = rig.DocumentOf("DOC-1")!.Lines.Single();
        Assert.Equal((3m, 0.3333m, 1.00m, 0.20m), (sent.Quantity, sent.UnitAmount, sent.LineAmount, sent.TaxAmount));
        Assert.Equal(0.3333m, rig.DocumentOf("DOC-2")!.Lines.Single().UnitAmount);
        Assert.All(rig.Writes.Where(call => !call.Path.EndsWith("/Contacts", StringComparison.Ordinal)), call => Assert.Contains("unitdp=4", call.Query, StringComparison.Ordinal));
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    [Trait("Scenario", "11")]
    public void Documents_of_an_organisation_in_New_Zealand_keep_their_day_at_half_past_eleven_at_night_UTC()
    {
        using var rig = WithClient();
        rig.Control.EditOrganisation(rig.Tenant, organisation => organisation with { TimeZone = "NEWZEALANDSTANDARDTIME", CountryCode = "NZ" });
        rig.Control.SetLockDates(rig.Tenant, new(2026, 11, 1));
        rig.Advance(new DateTimeOffset(2026, 11, 2, 23, 30, 0, TimeSpan.Zero) - rig.Now);
        var (yesterday, today) = (new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 3));
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(100)) with { Date = today, DueDate = today },
            Make.Invoice("2", "C1", Make.Line(50)) with { Date = yesterday, DueDate = today },
            Make.CreditNote("3", "C1", 10, "1") with { Date = today },
            Make.Journal("4", 5) with { Date = today });

        rig.SyncWhole();

        Assert.Empty(rig.Holds);
        Assert.Equal((today, today), (rig.DocumentOf("DOC-1")!.Date, rig.DocumentOf("DOC-1")!.DueDate!.Value));
        Assert.Equal((yesterday, today), (rig.DocumentOf("DOC-2")!.Date, rig.DocumentOf("DOC-2")!.DueDate!.Value));
        Assert.Equal(today, rig.DocumentOf("DOC-3")!.Date);
        Assert.Equal(today, rig.JournalOf("4")!.Date);
        Assert.Equal((today, 12m), (rig.Books.Allocations.Single().Date, rig.Books.Allocations.Single().Amount));

        rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }
}
