namespace Kompass.Accounting;

/// <summary>Documents of the ledger that no link names, found by their number, their marker, or their facts.</summary>
internal sealed class LedgerDocuments
{
    private readonly ILookup<(DocumentKind, string), RemoteDocument> _byNumber;
    private readonly ILookup<string, RemoteDocument> _byMarker;
    private readonly ILookup<(DocumentKind, RemoteContactId?, DateOnly, decimal), RemoteDocument> _byFacts;
    private readonly ILookup<(DateOnly, string), RemoteDocument> _byAmounts;

    public LedgerDocuments(IEnumerable<RemoteDocument> documents, IEnumerable<DocumentLink> links)
    {
        var linked = links.Select(link => link.RemoteDocumentId).ToHashSet();
        All = [.. documents.Where(document => !linked.Contains(document.Id))];
        var live = All.Where(document => !ChangeRules.IsWithdrawn(document)).ToList();

        // A voided document keeps its number; a deleted draft frees it.
        _byNumber = All
            .Where(document => document is { Status: not DocumentStatus.Deleted, Number: not null })
            .ToLookup(document => (document.Kind, Tidy(document.Number!)));
        _byMarker = live
            .SelectMany(document => Markers(document).Select(marker => (marker, document)))
            .ToLookup(entry => entry.marker, entry => entry.document, StringComparer.Ordinal);
        _byFacts = live
            .Where(document => document.Kind != DocumentKind.Journal)
            .ToLookup(document => (document.Kind, document.ContactId, document.Date, document.Gross));
        _byAmounts = live
            .Where(document => document.Kind == DocumentKind.Journal && !JournalMarker.IsIn(document.Narration))
            .ToLookup(document => (document.Date, Amounts(document.Lines.Select(line => line.LineAmount))));
    }

    public IReadOnlyList<RemoteDocument> All { get; }

    /// <summary>The documents that carry our own marker of an invoice.</summary>
    public IEnumerable<RemoteDocument> Marked(Invoice invoice, DocumentKind kind) =>
        (kind == DocumentKind.Journal ? _byMarker[JournalMarker.For(invoice.Id)] : [])
            .Concat(invoice.Url is { } url ? _byMarker[url.AbsoluteUri] : [])
            .Where(document => document.Kind == kind)
            .DistinctBy(document => document.Id);

    /// <summary>The documents that may be an invoice: those of its number, and those of its contact, date and total.</summary>
    public IReadOnlyList<RemoteDocument> Alike(Invoice invoice, DocumentKind kind, string? number, RemoteContactId? contact)
    {
        if (kind == DocumentKind.Journal)
        {
            return [.. _byAmounts[(invoice.Date, Amounts(Negated(invoice)))]];
        }

        var numbered = number is null ? [] : _byNumber[(kind, Tidy(number))];
        var agreeing = contact is null ? [] : _byFacts[(kind, contact, invoice.Date, Math.Abs(invoice.Gross))];
        return [.. numbered.Concat(agreeing).DistinctBy(document => document.Id)];
    }

    public static bool SameNumber(string? one, string? other) => one is not null && other is not null && Tidy(one) == Tidy(other);

    public static bool SameAmounts(Invoice journal, RemoteDocument stored) =>
        Amounts(Negated(journal)) == Amounts(stored.Lines.Select(line => line.LineAmount));

    private static IEnumerable<decimal> Negated(Invoice journal) => journal.Allocations.Select(line => -line.Amount).Where(amount => amount != 0);

    private static string Tidy(string number) => number.Trim().ToUpperInvariant();

    private static IEnumerable<string> Markers(RemoteDocument document)
    {
        if (document.Url is { } url)
        {
            yield return url.AbsoluteUri;
        }

        if (document.Narration?.TrimEnd() is { } text && text.EndsWith(']') && text.LastIndexOf('[') is >= 0 and var start)
        {
            yield return text[start..];
        }
    }

    private static string Amounts(IEnumerable<decimal> amounts) =>
        string.Join('|', amounts.Order().Select(amount => amount.ToString("0.00", CultureInfo.InvariantCulture)));
}
