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

        if (document.Kind == DocumentKind.Journal)
        {
            var (ours, theirs) = (Lines(invoice.Allocations.Select(line => -line.Amount)), Lines(document.Lines.Select(line => line.LineAmount)));
            if (ours != theirs)
            {
                differences.Add(new DocumentDifference("lines", ours, theirs).ToString());
            }
        }
        else if (contact is null)
        {
            differences.Add("the client is not linked to a contact");
        }

        differences.AddRange(DocumentFacts.Differences(invoice, document.Number, contact, document)
            .Where(difference => contact is not null || difference.Field != "contact")
            .Select(difference => difference.ToString()));
        return differences;
    }

    private static string Lines(IEnumerable<decimal> amounts) => string.Join(" ", amounts.Where(amount => amount != 0).Order().Select(DocumentFacts.Text));
}
