namespace Kompass.Accounting;

/// <summary>Whether a document of the ledger can stand for a Kompass record: state, contact, date, currency and totals must agree.</summary>
internal static class DocumentAgreement
{
    public static string Words(DocumentKind kind) => kind switch
    {
        DocumentKind.Invoice => "invoice",
        DocumentKind.CreditNote => "credit note",
        _ => "journal",
    };

    /// <summary>Every difference, in words; empty when there is none.</summary>
    public static IReadOnlyList<string> Differences(Invoice invoice, RemoteDocument document, RemoteContactId? contact)
    {
        var differences = new List<string>();
        if (ChangeRules.IsWithdrawn(document))
        {
            differences.Add($"it is {document.Status.ToString().ToLowerInvariant()}");
        }

        Compare("date", Text(invoice.Date), Text(document.Date));
        if (document.Kind == DocumentKind.Journal)
        {
            Compare("lines", Lines(invoice.Allocations.Select(line => -line.Amount)), Lines(document.Lines.Select(line => line.LineAmount)));
            return differences;
        }

        if (contact is null)
        {
            differences.Add("the client is not linked to a contact");
        }
        else
        {
            Compare("contact", contact, document.ContactId);
        }

        Compare("currency", (CurrencyCode?)invoice.Currency, document.Currency);
        Compare("net", Text(Math.Abs(invoice.Net)), Text(document.Net));
        Compare("VAT", Text(invoice.Net < 0 ? -invoice.Vat : invoice.Vat), Text(document.Vat));
        Compare("gross", Text(Math.Abs(invoice.Gross)), Text(document.Gross));
        return differences;

        void Compare<T>(string what, T ours, T theirs)
        {
            if (!EqualityComparer<T>.Default.Equals(ours, theirs))
            {
                differences.Add($"{what} {ours} in Kompass, {(theirs is null ? "(none)" : theirs)} in the ledger");
            }
        }
    }

    private static string Lines(IEnumerable<decimal> amounts) => string.Join(" ", amounts.Where(amount => amount != 0).Order().Select(Text));

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
