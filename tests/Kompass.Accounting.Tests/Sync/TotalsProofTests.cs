using CsCheck;

namespace Kompass.Accounting.Tests;

public sealed class TotalsProofTests
{
    private static readonly LedgerAccount Rounding = new()
    {
        Id = "rounding",
        Code = "860",
        Name = "Rounding",
        Class = AccountClass.Liability,
        Type = "CURRLIAB",
        TaxType = "NONE",
        IsActive = true,
        AcceptsSales = false,
        AcceptsJournals = true,
        AcceptsRounding = true,
        SystemAccount = "ROUNDING",
    };

    private static readonly Gen<List<BuiltLine>> Lines =
        (from cents in Gen.Int[1, 2_000_000]
         from percent in Gen.OneOf(0m, 5m, 12.5m, 20m)
         select Line(cents / 1000m, percent)).List[1, 8];

    [Fact]
    public void Require_with_stated_taxes_makes_every_total_equal_or_holds() =>
        Gen.Select(Lines, Gen.Int[-4, 4], Gen.Int[-1, 1], Gen.Bool).Sample((lines, pennies, net, inclusive) =>
        {
            var types = inclusive ? LineAmountTypes.Inclusive : LineAmountTypes.Exclusive;
            var natural = TaxCalculator.Predict(lines, types);
            var vat = natural.Vat + (pennies / 100m);
            var stated = new DocumentTotals((inclusive ? natural.Gross - vat : natural.Net) + (net / 100m), vat);
            var mayAdjust = net == 0 && (pennies == 0 || (Math.Abs(pennies) <= 2 && lines.Exists(line => line.TaxRate!.Percent > 0)));
            AssertProof(new() { Differences = DifferencePolicy.TaxAmounts }, lines, types, stated, mayAdjust, vat - natural.Vat);
        });

    [Fact]
    public void Require_with_a_rounding_line_makes_every_total_equal_or_holds() =>
        Gen.Select(Lines, Gen.Int[-7, 7], Gen.Int[-1, 1], Gen.Bool).Sample((lines, net, vat, inclusive) =>
        {
            var types = inclusive ? LineAmountTypes.Inclusive : LineAmountTypes.Exclusive;
            var natural = TaxCalculator.Predict(lines, types);
            var stated = new DocumentTotals(natural.Net + (net / 100m), natural.Vat + (vat / 100m));
            var settings = new DocumentSettings { Differences = DifferencePolicy.RoundingLine, RoundingAccountId = "rounding" };
            AssertProof(settings, lines, types, stated, vat == 0 && Math.Abs(net) <= 5, net / 100m);
        });

    [Fact]
    public void Require_by_default_holds_a_penny() =>
        AssertProof(new(), [Line(10, 20)], LineAmountTypes.Exclusive, new(10, 2.01m), mayAdjust: false, 0.01m);

    [Theory]
    [InlineData("NONE", "EXEMPT", "NONE", "NONE")]
    [InlineData("EXEMPT", "EXEMPT", "NONE", "EXEMPT")]
    [InlineData("OUTPUT2", "NONE", "NONE", null)]
    [InlineData(null, "NONE", "EXEMPT", null)]
    [InlineData(null, "NONE", "NONE", "NONE")]
    public void Of_rounding_tax_is_the_accounts_own_or_the_only_one_of_nothing(string? own, string first, string second, string? expected) =>
        Assert.Equal(expected, RoundingTax.Of(
            Rounding with { TaxType = own },
            new[] { first, second }.Distinct().Select(code => Rate(code, 0)).Append(Rate("OUTPUT2", 20)).Append(Rate("OLD", 0) with { IsActive = false }))?.TaxType);

    private static void AssertProof(
        DocumentSettings settings, List<BuiltLine> lines, LineAmountTypes types, DocumentTotals stated, bool mayAdjust, decimal adjustment)
    {
        var codes = new LedgerCodes([Rounding], [], [Rate("NONE", 0)], [], [], []);
        var invoice = Build.Invoice("1", "C1") with { Net = stated.Net, Vat = stated.Vat };
        var proof = new TotalsProof(settings, codes);
        // Not positive means another kind of document, which is not what is tried here.
        if (stated.Net <= 0)
        {
            return;
        }

        if (!mayAdjust)
        {
            if (stated != TaxCalculator.Predict(lines, types))
            {
                Assert.Equal(HoldReason.TotalsDiffer, Assert.Throws<HoldException>(() => proof.Require(invoice, lines, types)).Reason);
            }

            return;
        }

        // A line of next to nothing has no tax that could take a penny.
        if (adjustment != 0 && settings.Differences == DifferencePolicy.TaxAmounts && lines.TrueForAll(line => TaxCalculator.Exact(line, types) == 0))
        {
            return;
        }

        var (sent, totals, changed) = proof.Require(invoice, lines, types);
        Assert.Equal(stated, totals);
        Assert.Equal(stated, TaxCalculator.Predict(sent, types));
        Assert.Equal(adjustment, changed);
        Assert.Equal(lines.Select(line => line.Line.UnitAmount), sent.Take(lines.Count).Select(line => line.Line.UnitAmount));
    }

    private static LedgerTaxRate Rate(string code, decimal percent) => new()
    {
        TaxType = code,
        Name = code,
        Percent = percent,
        IsActive = true,
        AppliesTo = new HashSet<AccountClass> { AccountClass.Revenue, AccountClass.Liability },
    };

    private static BuiltLine Line(decimal unit, decimal percent) => new(
        new() { UnitAmount = unit, AccountId = "a", TaxType = $"T{percent}" }, Rounding with { Id = "a" }, Rate($"T{percent}", percent), IsDefaultAccount: false);
}
