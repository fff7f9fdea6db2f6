namespace Kompass.Accounting;

/// <summary>The facts by which a document of Kompass and one of the ledger are compared.</summary>
internal static class DocumentFacts
{
    /// <summary>In what the two differ, of contact, date, currency and totals; the number too where both have one.</summary>
    public static List<DocumentDifference> Differences(Invoice invoice, string? number, RemoteContactId? contact, RemoteDocument stored)
    {
        var differences = new List<DocumentDifference>();
        var sign = invoice.Net < 0 ? -1 : 1;
        if (stored.Kind != DocumentKind.Journal)
        {
            if (stored.Number is not null && !LedgerDocuments.SameNumber(number, stored.Number))
            {
                differences.Add(new("number", Text(number), Text(stored.Number)));
            }

            Compare("contact", contact, stored.ContactId);
            Compare("currency", (CurrencyCode?)invoice.Currency, stored.Currency);
            Compare("net", sign * invoice.Net, stored.Net);
            Compare("VAT", sign * invoice.Vat, stored.Vat);
            Compare("gross", sign * invoice.Gross, stored.Gross);
        }

        Compare("date", invoice.Date, stored.Date);
        return differences;

        void Compare<T>(string field, T ours, T theirs)
        {
            if (!EqualityComparer<T>.Default.Equals(ours, theirs))
            {
                differences.Add(new(field, Text(ours), Text(theirs)));
            }
        }
    }

    /// <summary>Both sides in one sentence, for a person who decides.</summary>
    public static string SideBySide(Invoice invoice, string? number, RemoteContactId? contact, RemoteDocument stored) =>
        $"Kompass: {Describe(number, contact, invoice.Date, Math.Abs(invoice.Net), Math.Abs(invoice.Vat), invoice.Currency)}. "
        + $"Ledger: {Describe(stored.Number, stored.ContactId, stored.Date, stored.Net, stored.Vat, stored.Currency)}, "
        + $"{stored.Status.ToString().ToLowerInvariant()}, id {stored.Id}.";

    public static string Text<T>(T value) => value switch
    {
        null => "(none)",
        decimal amount => amount.ToString("0.00", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private static string Describe(string? number, RemoteContactId? contact, DateOnly date, decimal net, decimal vat, CurrencyCode? currency) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"number {Text(number)}, contact {Text(contact)}, {date:yyyy-MM-dd}, net {net:0.00}, VAT {vat:0.00}, gross {net + vat:0.00} {currency}");
}
