namespace Kompass.Accounting;

/// <summary>Compares what the ledger stored with what was sent: totals to the penny, lines, accounts and tax rates.</summary>
internal static class StoredDocumentCheck
{
    /// <summary>Every difference, in words; empty when there is none.</summary>
    public static IReadOnlyList<string> Differences(DocumentContent sent, DocumentTotals expected, RemoteDocument stored)
    {
        var differences = new List<string>();
        if (sent.Kind != DocumentKind.Journal)
        {
            Compare("net", expected.Net, stored.Net);
            Compare("VAT", expected.Vat, stored.Vat);
            Compare("gross", expected.Gross, stored.Gross);
            Compare("number", sent.Number, stored.Number);
            Compare("contact", sent.ContactId, stored.ContactId);
            Compare("currency", sent.Currency, stored.Currency);
        }

        Compare("date", sent.Date, stored.Date);
        Compare("status", sent.Status, stored.Status);
        if (stored.Lines.Count != sent.Lines.Count)
        {
            differences.Add($"{sent.Lines.Count} lines were sent, {stored.Lines.Count} are stored");
            return differences;
        }

        for (var index = 0; index < sent.Lines.Count; index++)
        {
            CompareLine($"line {index + 1}", sent.Lines[index], stored.Lines[index]);
        }

        return differences;

        void CompareLine(string line, DocumentLine ours, RemoteDocumentLine theirs)
        {
            Compare($"{line} amount", Money.Round(ours.Quantity * ours.UnitAmount), theirs.LineAmount);
            if (ours.AccountCode is not null)
            {
                Compare($"{line} account", ours.AccountCode, theirs.AccountCode);
            }
            else
            {
                Compare($"{line} account", ours.AccountId, theirs.AccountId);
            }

            if (sent.Kind != DocumentKind.Journal)
            {
                Compare($"{line} tax rate", ours.TaxType, theirs.TaxType);
            }
        }

        void Compare<T>(string what, T ours, T theirs)
        {
            if (!EqualityComparer<T>.Default.Equals(ours, theirs))
            {
                differences.Add($"{what} {Text(ours)} was sent, {Text(theirs)} is stored");
            }
        }
    }

    private static string Text<T>(T value) => value switch
    {
        null => "(none)",
        decimal amount => amount.ToString("0.00", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
