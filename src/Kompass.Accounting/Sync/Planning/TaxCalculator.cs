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
        switch (types)
        {
            case LineAmountTypes.Inclusive:
                var included = line.Line.TaxAmount ?? Money.Round(Exact(line, types));
                return (amount - included, included);
            case LineAmountTypes.Exclusive:
                return (amount, line.Line.TaxAmount ?? Money.Round(Exact(line, types)));
            default:
                return (amount, 0);
        }
    }

    /// <summary>The tax of a line before it is rounded.</summary>
    public static decimal Exact(BuiltLine line, LineAmountTypes types)
    {
        var amount = Money.Round(line.Line.Quantity * line.Line.UnitAmount);
        var percent = line.TaxRate?.Percent ?? 0;
        return types switch
        {
            LineAmountTypes.Inclusive => amount * percent / (100 + percent),
            LineAmountTypes.Exclusive => amount * percent / 100,
            _ => 0,
        };
    }
}
