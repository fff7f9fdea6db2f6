using CsCheck;

namespace Kompass.Accounting.Tests;

public sealed class TaxCalculatorTests
{
    private static readonly Gen<BuiltLine> Lines =
        from quantity in Gen.Int[-20_000, 20_000]
        from unit in Gen.Int[-2_000_000, 2_000_000]
        from percent in Gen.OneOf(0m, 5m, 12.5m, 17.5m, 20m)
        select Line(quantity / 100m, unit / 10_000m, percent);

    [Theory]
    [InlineData(1, 10.12, 20, 10.12, 2.02)]
    [InlineData(1, 10.13, 20, 10.13, 2.03)]
    [InlineData(1, 2.50, 5, 2.50, 0.13)]
    [InlineData(1, -2.50, 5, -2.50, -0.13)]
    [InlineData(3, 1.2345, 20, 3.70, 0.74)]
    [InlineData(1, 10.005, 20, 10.01, 2.00)]
    [InlineData(1, 33.33, 12.5, 33.33, 4.17)]
    public void Split_exclusive_rounds_amount_and_tax_half_away_from_zero(double quantity, double unit, double percent, double net, double vat) =>
        Assert.Equal(
            ((decimal)net, (decimal)vat),
            TaxCalculator.Split(Line((decimal)quantity, (decimal)unit, (decimal)percent), LineAmountTypes.Exclusive));

    [Theory]
    [InlineData(120, 20, 100, 20)]
    [InlineData(100, 20, 83.33, 16.67)]
    [InlineData(9.99, 20, 8.32, 1.67)]
    [InlineData(-9.99, 20, -8.32, -1.67)]
    [InlineData(21, 5, 20, 1)]
    [InlineData(45, 0, 45, 0)]
    public void Split_inclusive_takes_the_tax_out_of_the_amount(double amount, double percent, double net, double vat) =>
        Assert.Equal(((decimal)net, (decimal)vat), TaxCalculator.Split(Line(1, (decimal)amount, (decimal)percent), LineAmountTypes.Inclusive));

    [Fact]
    public void Split_without_tax_leaves_the_amount() =>
        Assert.Equal((100m, 0m), TaxCalculator.Split(Line(1, 100, 20), LineAmountTypes.NoTax));

    [Fact]
    public void Predict_is_the_sum_of_lines_each_rounded_by_itself() => Lines.Array[0, 8].Sample(lines =>
    {
        var predicted = TaxCalculator.Predict(lines, LineAmountTypes.Exclusive);
        var net = lines.Sum(line => HalfAwayFromZero(line.Line.Quantity * line.Line.UnitAmount));
        var vat = lines.Sum(line => HalfAwayFromZero(HalfAwayFromZero(line.Line.Quantity * line.Line.UnitAmount) * line.TaxRate!.Percent / 100));
        return predicted == new DocumentTotals(net, vat);
    });

    [Fact]
    public void Predict_of_the_mirror_is_the_exact_mirror() => Lines.Array[0, 8].Sample(lines =>
    {
        foreach (var types in new[] { LineAmountTypes.Exclusive, LineAmountTypes.Inclusive })
        {
            var predicted = TaxCalculator.Predict(lines, types);
            var mirrored = TaxCalculator.Predict(
                lines.Select(line => line with { Line = line.Line with { UnitAmount = -line.Line.UnitAmount } }), types);
            Assert.Equal(new(-predicted.Net, -predicted.Vat), mirrored);
        }
    });

    [Fact]
    public void Predict_inclusive_adds_up_to_the_amounts_stated() => Lines.Array[0, 8].Sample(lines =>
        TaxCalculator.Predict(lines, LineAmountTypes.Inclusive).Gross
            == lines.Sum(line => HalfAwayFromZero(line.Line.Quantity * line.Line.UnitAmount)));

    /// <summary>Written without <see cref="Math.Round(decimal)"/>, so that it cannot share a mistake.</summary>
    private static decimal HalfAwayFromZero(decimal amount) => Math.Sign(amount) * decimal.Floor((Math.Abs(amount) * 100) + 0.5m) / 100;

    private static BuiltLine Line(decimal quantity, decimal unit, decimal percent) => new(
        new() { Quantity = quantity, UnitAmount = unit, AccountId = "a" },
        new() { Id = "a", Name = "Sales", Class = AccountClass.Revenue, Type = "REVENUE", IsActive = true, AcceptsSales = true, AcceptsJournals = true },
        new() { TaxType = "T", Name = "T", Percent = percent, IsActive = true, AppliesTo = new HashSet<AccountClass> { AccountClass.Revenue } },
        IsDefaultAccount: false);
}
