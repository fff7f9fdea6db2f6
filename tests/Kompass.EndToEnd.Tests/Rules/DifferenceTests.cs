using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>What a configuration allows where Xero's totals would differ from Kompass's: equal to the penny in the end, or held.</summary>
public sealed class DifferenceTests
{
    private static readonly Allocation[] FiveSeats = [.. Enumerable.Repeat(Make.Line(10.12m), 5)];
    private static readonly Allocation[] ThreeHalves = [.. Enumerable.Repeat(Make.Line(1.005m), 3)];

    [Fact]
    public void Vat_rounded_over_the_whole_is_stated_on_the_lines_that_lost_most()
    {
        using var rig = With(DifferencePolicy.TaxAmounts);
        rig.Invoices.Save(
            Make.Invoice("1", "C1", FiveSeats) with { Vat = 10.12m },
            Make.Invoice("2", "C1", Make.Line(25.06m, "N15"), Make.Line(25.61m, "N15"), Make.Line(25.63m, "N15")) with { Vat = 11.45m },
            Make.CreditNote("3", "C1", 1) with { Allocations = [.. FiveSeats.Select(line => line with { UnitAmount = -line.UnitAmount })], Net = -50.60m, Vat = -10.12m });

        var adjusted = rig.Plan().Adjustments;
        rig.SyncWhole();

        Assert.Empty(rig.Holds);
        Assert.Equal([("DOC-1", 0.02m), ("DOC-2", 0.01m), ("DOC-3", 0.02m)], adjusted.Select(entry => (entry.Title, entry.Amount)));
        Assert.All(adjusted, entry => Assert.Equal(DifferencePolicy.TaxAmounts, entry.Policy));
        Assert.Equal((50.60m, 10.12m, 60.72m), Totals(rig, "DOC-1"));
        Assert.Equal([2.03m, 2.03m, 2.02m, 2.02m, 2.02m], rig.DocumentOf("DOC-1")!.Lines.Select(line => line.TaxAmount));
        Assert.Equal((76.30m, 11.45m, 87.75m), Totals(rig, "DOC-2"));
        Assert.Equal([3.76m, 3.84m, 3.85m], rig.DocumentOf("DOC-2")!.Lines.Select(line => line.TaxAmount));
        Assert.Equal((50.60m, 10.12m, 60.72m), Totals(rig, "DOC-3"));
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Vat_rounded_over_the_whole_is_stated_inside_amounts_that_include_it()
    {
        using var rig = With(DifferencePolicy.TaxAmounts, inclusive: true);
        var line = Make.Line(9.99m);
        rig.Invoices.Save(Make.Invoice("1", "C1", line, line, line) with { Net = 24.97m, Vat = 5.00m });

        rig.SyncWhole();

        Assert.Empty(rig.Holds);
        Assert.Equal((24.97m, 5.00m, 29.97m), Totals(rig, "DOC-1"));
        Assert.Equal([1.66m, 1.67m, 1.67m], rig.DocumentOf("DOC-1")!.Lines.Select(stored => stored.TaxAmount));
    }

    [Theory]
    [InlineData(10.13, 50.60, "at most")]
    [InlineData(10.11, 50.61, "net 50.61")]
    public void Vat_beyond_the_tolerance_and_a_net_that_differs_are_held(double vat, double net, string part)
    {
        using var rig = With(DifferencePolicy.TaxAmounts);
        rig.Invoices.Save(Make.Invoice("1", "C1", FiveSeats) with { Net = (decimal)net, Vat = (decimal)vat });

        rig.SyncHolding("1", HoldReason.TotalsDiffer, part);
        rig.AssertBooksHold("Acme Ltd");
    }

    [Fact]
    public void Vat_on_lines_without_tax_is_held()
    {
        using var rig = With(DifferencePolicy.TaxAmounts);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(10, "Z0", "4030")) with { Vat = 0.01m });

        rig.SyncHolding("1", HoldReason.TotalsDiffer, "cannot change that");
    }

    [Fact]
    public void Stated_vat_that_Xero_does_not_keep_is_held_in_words_and_released_once_corrected()
    {
        using var rig = With(DifferencePolicy.TaxAmounts);
        rig.Emulator.Options.Switches.StatedTaxIsKept = false;
        rig.Invoices.Save(Make.Invoice("1", "C1", FiveSeats) with { Vat = 10.12m });

        rig.SyncHolding("1", HoldReason.StoredDiffers, "VAT 10.12 was sent, 10.10 is stored", "line 1 tax 2.03 was sent, 2.02 is stored");
        rig.SyncHolding("1", HoldReason.StoredDiffers, "line 2 tax 2.03 was sent");

        rig.Control.EditInvoice(rig.Tenant, rig.DocumentOf("DOC-1")!.Id, document => document with
        {
            Lines = [.. document.Lines.Select((line, index) => index < 2 ? line with { TaxAmount = 2.03m } : line)],
        });
        rig.SyncReleasing("1");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Net_rounded_over_the_whole_gets_a_rounding_line(bool inclusive)
    {
        using var rig = With(DifferencePolicy.RoundingLine, inclusive);
        var (net, vat) = inclusive ? (2.51m, 0.51m) : (3.02m, 0.60m);
        rig.Invoices.Save(
            Make.Invoice("1", "C1", ThreeHalves) with { Net = net, Vat = vat },
            Make.CreditNote("2", "C1", 1) with { Allocations = [.. ThreeHalves.Select(line => line with { Quantity = -1 })], Net = -net, Vat = -vat });

        var plan = rig.Plan();
        rig.SyncWhole();

        Assert.Empty(rig.Holds);
        Assert.All(plan.Adjustments, entry => Assert.Equal((DifferencePolicy.RoundingLine, -0.01m), (entry.Policy, entry.Amount)));
        Assert.Equal(2, plan.Adjustments.Count);
        var rounding = Assert.Single(plan.Postings, posting => posting.Account == "860 Rounding");
        Assert.Equal((0.01m, 0.01m, "NONE"), (rounding.Debit, rounding.Credit, rounding.TaxType));
        foreach (var number in new[] { "DOC-1", "DOC-2" })
        {
            Assert.Equal((net, vat, net + vat), Totals(rig, number));
            var last = rig.DocumentOf(number)!.Lines[^1];
            Assert.Equal(("860", "NONE", -0.01m, 0m), (last.AccountCode, last.TaxType, last.LineAmount, last.TaxAmount));
        }

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Rounding_line_comes_and_goes_with_the_difference()
    {
        using var rig = With(DifferencePolicy.RoundingLine);
        rig.Invoices.Save(Make.Invoice("1", "C1", ThreeHalves) with { Net = 3.02m, Vat = 0.60m });
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromHours(1));

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(5)));
        rig.SyncWhole();

        Assert.Empty(rig.Holds);
        Assert.Equal((5m, 1m, 6m), Totals(rig, "DOC-1"));
        Assert.Equal("200", Assert.Single(rig.DocumentOf("DOC-1")!.Lines).AccountCode);
    }

    [Theory]
    [InlineData(3.02, 0.61, "cannot change the VAT")]
    [InlineData(2.97, 0.60, "0.05 at most")]
    public void Net_beyond_the_limit_and_a_vat_that_differs_are_held(double net, double vat, string part)
    {
        using var rig = With(DifferencePolicy.RoundingLine);
        rig.Invoices.Save(Make.Invoice("1", "C1", ThreeHalves) with { Net = (decimal)net, Vat = (decimal)vat });

        rig.SyncHolding("1", HoldReason.TotalsDiffer, part);
        rig.AssertBooksHold("Acme Ltd");
    }

    [Fact]
    public void Rounding_account_archived_since_holds()
    {
        using var rig = With(DifferencePolicy.RoundingLine, account: "400");
        rig.Control.EditAccount(rig.Tenant, rig.Books.Accounts.First(account => account.Code == "400").Id, account => account with { Status = "ARCHIVED" });
        rig.WaitOutTheLongestFlight();
        rig.Invoices.Save(Make.Invoice("1", "C1", ThreeHalves) with { Net = 3.02m, Vat = 0.60m });

        rig.SyncHolding("1", HoldReason.TotalsDiffer, "rounding account");
    }

    [Theory]
    [InlineData("610", "takes no rounding line")]
    [InlineData("820", "takes no rounding line")]
    [InlineData("800", "takes no rounding line")]
    [InlineData("960", "takes no rounding line")]
    [InlineData("090", "takes no rounding line")]
    [InlineData("201", "no default tax rate of 0 %")]
    [InlineData("nowhere", "No account has the id")]
    [InlineData(null, "needs an account")]
    public void Rounding_account_that_Xero_or_the_VAT_does_not_take_is_refused(string? code, string part)
    {
        using var rig = new Rig();

        var refused = Assert.Throws<ConfigurationException>(() => Choose(rig, code is null or "nowhere" ? code : rig.Account(code)));

        Assert.Contains(refused.Problems, problem =>
            problem.Setting == nameof(DocumentSettings.RoundingAccountId) && problem.Message.Contains(part, StringComparison.Ordinal));
        Assert.Equal(DifferencePolicy.Hold, rig.Configuration.Documents.Differences);
    }

    private static Rig With(DifferencePolicy policy, bool inclusive = false, string account = "860")
    {
        var rig = Rig.WithClient();
        if (account != "860")
        {
            rig.Control.EditAccount(rig.Tenant, rig.Books.Accounts.First(candidate => candidate.Code == account).Id, known => known with { TaxType = "NONE" });
        }

        rig.SaveSettings(configuration => configuration with
        {
            Documents = configuration.Documents with
            {
                Differences = policy,
                RoundingAccountId = policy == DifferencePolicy.RoundingLine ? rig.Account(account) : null,
                LineAmountTypes = inclusive ? LineAmountTypes.Inclusive : LineAmountTypes.Exclusive,
            },
        });
        rig.Control.ClearCalls();
        return rig;
    }

    private static void Choose(Rig rig, string? account) => rig.SaveSettings(configuration => configuration with
    {
        Documents = configuration.Documents with { Differences = DifferencePolicy.RoundingLine, RoundingAccountId = account },
    });

    private static (decimal Net, decimal Vat, decimal Gross) Totals(Rig rig, string number) =>
        rig.DocumentOf(number) is { } document ? (document.Net, document.Vat, document.Gross) : default;
}
