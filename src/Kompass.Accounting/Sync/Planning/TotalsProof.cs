namespace Kompass.Accounting;

/// <summary>
/// Proves, before anything is sent, that the ledger will arrive at Kompass's net, VAT and gross: as the lines stand, or after what the
/// configuration allows for differences. Otherwise the document is held.
/// </summary>
internal sealed class TotalsProof(DocumentSettings settings, LedgerCodes codes)
{
    /// <summary>The lines to send, whose totals are those of the invoice, and by how much they were adjusted for it.</summary>
    public (List<BuiltLine> Lines, DocumentTotals Totals, decimal Adjustment) Require(Invoice invoice, List<BuiltLine> lines, LineAmountTypes types)
    {
        var stated = new DocumentTotals(Math.Abs(invoice.Net), invoice.Net < 0 ? -invoice.Vat : invoice.Vat);
        var predicted = TaxCalculator.Predict(lines, types);
        if (predicted == stated)
        {
            return (lines, predicted, 0);
        }

        var (adjusted, obstacle) = settings.Differences switch
        {
            DifferencePolicy.RoundingLine => WithRounding(lines, stated, predicted),
            DifferencePolicy.TaxAmounts => WithTaxAmounts(lines, types, stated, predicted),
            _ => (null, ""),
        };
        return adjusted is not null && TaxCalculator.Predict(adjusted, types) == stated
            ? (adjusted, stated, settings.Differences == DifferencePolicy.TaxAmounts ? stated.Vat - predicted.Vat : stated.Net - predicted.Net)
            : throw new HoldException(
                HoldReason.TotalsDiffer,
                $"Kompass says net {stated.Net:0.00}, VAT {stated.Vat:0.00}, gross {stated.Gross:0.00}; "
                + $"the lines come to net {predicted.Net:0.00}, VAT {predicted.Vat:0.00}, gross {predicted.Gross:0.00}.{obstacle}");
    }

    private (List<BuiltLine>? Lines, string Obstacle) WithRounding(List<BuiltLine> lines, DocumentTotals stated, DocumentTotals predicted)
    {
        var difference = stated.Net - predicted.Net;
        if (stated.Vat != predicted.Vat)
        {
            return (null, " A rounding line cannot change the VAT.");
        }

        if (Math.Abs(difference) > settings.RoundingLimit)
        {
            return (null, $" A rounding line may come to {settings.RoundingLimit:0.00} at most.");
        }

        if (settings.RoundingAccountId is not { } id || codes.AccountById(id) is not { AcceptsRounding: true } account)
        {
            return (null, " The rounding account of the configuration does not exist, is archived or takes no such line.");
        }

        if (RoundingTax.Of(account, codes.TaxRates) is not { } rate)
        {
            return (null, $" Account {account} has no tax rate of 0 % beyond doubt for a rounding line.");
        }

        var line = new DocumentLine
        {
            Description = "Rounding",
            UnitAmount = difference,
            AccountId = account.Id,
            AccountCode = string.IsNullOrEmpty(account.Code) ? null : account.Code,
            TaxType = rate.TaxType,
        };
        return ([.. lines, new(line, account, rate, IsDefaultAccount: false)], "");
    }

    /// <summary>Gives each penny of the difference to the line that lost, or won, most when its own tax was rounded.</summary>
    private (List<BuiltLine>? Lines, string Obstacle) WithTaxAmounts(
        List<BuiltLine> lines,
        LineAmountTypes types,
        DocumentTotals stated,
        DocumentTotals predicted)
    {
        var difference = stated.Vat - predicted.Vat;
        if (Math.Abs(difference) > settings.TaxAmountTolerance)
        {
            return (null, $" Stated tax amounts may depart by {settings.TaxAmountTolerance:0.00} at most.");
        }

        var sign = Math.Sign(difference);
        var taxed = Enumerable.Range(0, lines.Count)
            .Where(index => TaxCalculator.Exact(lines[index], types) != 0)
            .OrderByDescending(index => sign * Lost(lines[index], types))
            .ToList();
        if (sign == 0 || taxed.Count == 0 || !Money.Fits(difference, 2))
        {
            return (null, " Stated tax amounts cannot change that.");
        }

        var adjusted = lines.ToList();
        for (var penny = 0; penny < Math.Abs(difference) * 100; penny++)
        {
            var index = taxed[penny % taxed.Count];
            var line = adjusted[index];
            var tax = TaxCalculator.Split(line, types).Vat + (sign * 0.01m);
            adjusted[index] = line with { Line = line.Line with { TaxAmount = tax } };
        }

        return (adjusted, "");
    }

    private static decimal Lost(BuiltLine line, LineAmountTypes types)
    {
        var exact = TaxCalculator.Exact(line, types);
        return exact - Money.Round(exact);
    }
}
