namespace Kompass.Accounting;

/// <summary>
/// Compares what the ledger stored with what was sent: totals to the penny, and line by line quantities, prices, amounts, accounts,
/// tax rates, stated taxes and items; after a change also that nobody's tracking was lost.
/// </summary>
internal static class StoredDocumentCheck
{
    /// <summary>Every difference, in words; empty when there is none.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="expected">The totals that the ledger must arrive at.</param>
    /// <param name="stored">What it stored.</param>
    /// <param name="before">The document as it was before a change; null where there was none or it is not known.</param>
    public static IReadOnlyList<string> Differences(DocumentContent sent, DocumentTotals expected, RemoteDocument stored, RemoteDocument? before = null)
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

        if (sent.Kind == DocumentKind.Invoice)
        {
            Compare("due date", sent.DueDate, stored.DueDate);
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
            if (before?.Lines is { } lines && stored.Lines[index].Id is { } id && lines.FirstOrDefault(line => line.Id == id) is { } same)
            {
                CompareTracking($"line {index + 1}", Joined(same.Tracking), Joined(stored.Lines[index].Tracking));
            }
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

            if (sent.Kind == DocumentKind.Journal)
            {
                Compare($"{line} tax", 0m, theirs.TaxAmount);
                return;
            }

            Compare($"{line} quantity", ours.Quantity, theirs.Quantity, "0.####");
            Compare($"{line} price", ours.UnitAmount, theirs.UnitAmount, "0.00##");
            Compare($"{line} tax rate", ours.TaxType, theirs.TaxType);
            Compare($"{line} tax", ours.TaxAmount ?? theirs.TaxAmount, theirs.TaxAmount);
            Compare($"{line} item", ours.ItemCode ?? theirs.ItemCode, theirs.ItemCode);
        }

        void CompareTracking(string line, string kept, string now)
        {
            if (kept != now)
            {
                differences.Add($"{line} was tracked as {kept} and is now tracked as {now}, though nothing of it was sent");
            }
        }

        void Compare<T>(string what, T ours, T theirs, string format = "0.00")
        {
            if (!EqualityComparer<T>.Default.Equals(ours, theirs))
            {
                differences.Add($"{what} {Text(ours, format)} was sent, {Text(theirs, format)} is stored");
            }
        }
    }

    public static string InWords(string name, IEnumerable<string> differences) =>
        $"Document {name} is not what was sent: {string.Join("; ", differences)}.";

    private static string Joined(IReadOnlyList<string> tracking) => tracking.Count == 0 ? "(none)" : string.Join(", ", tracking);

    private static string Text<T>(T value, string format) => value switch
    {
        null => "(none)",
        decimal amount => amount.ToString(format, CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
