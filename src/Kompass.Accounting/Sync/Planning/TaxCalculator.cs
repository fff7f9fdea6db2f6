namespace Kompass.Accounting;

/// <summary>Predicts the totals at which the ledger arrives: per line, half away from zero, two decimals, then summed.</summary>
internal static class TaxCalculator
{
    public static DocumentTotals Predict(IEnumerable<BuiltLine> lines, LineAmountTypes types)
    {
        decimal net = 0, vat = 0;
        foreach (var line in lines)
        {
            var (lineNet, lineVat) = Split(line, types);
            net += lineNet;
            vat += lineVat;
        }

        return new(net, vat);
    }

    public static (decimal Net, decimal Vat) Split(BuiltLine line, LineAmountTypes types)
    {
        var amount = Money.Round(line.Line.Quantity * line.Line.UnitAmount);
        var percent = line.TaxRate?.Percent ?? 0;
        switch (types)
        {
            case LineAmountTypes.Inclusive:
                var included = Money.Round(amount * percent / (100 + percent));
                return (amount - included, included);
            case LineAmountTypes.Exclusive:
                return (amount, Money.Round(amount * percent / 100));
            default:
                return (amount, 0);
        }
    }
}
