namespace Kompass.Accounting;

/// <summary>Documents in the ledger that are linked to nothing, and say that they are a record that is linked to another one.</summary>
internal sealed class Strangers
{
    private readonly Dictionary<string, RemoteDocument> _byKey = new(StringComparer.OrdinalIgnoreCase);

    private readonly DocumentKind _kind;

    public Strangers(DocumentKind kind, IEnumerable<RemoteDocument> unlinked)
    {
        _kind = kind;
        foreach (var document in unlinked)
        {
            if ((kind == DocumentKind.Journal ? JournalMarker.In(document.Narration) : document.Number) is { } key)
            {
                _byKey[key.Trim()] = document;
            }
        }
    }

    /// <summary>True when there is nobody to ask about.</summary>
    public bool IsEmpty => _byKey.Count == 0;

    /// <summary>The link with the second copy of its document, or without one that was withdrawn; null when nothing is to be changed.</summary>
    public DocumentLink? Judge(DocumentLink link)
    {
        if ((_kind == DocumentKind.Journal ? JournalMarker.For(link.InvoiceId) : link.Number) is not { } key
            || !_byKey.TryGetValue(key, out var other))
        {
            return null;
        }

        if (ChangeRules.IsWithdrawn(other))
        {
            return link.Standing?.DoubledBy == other.Id
                ? link with { Standing = link.Standing with { DoubledBy = null, DoubledTotal = 0, Drift = null } }
                : null;
        }

        if (link.IsVoided || (link.Standing?.DoubledBy == other.Id && link.Standing.DoubledTotal == LedgerTotals.Of(other)))
        {
            return null;
        }

        var standing = link.Standing ?? new() { Status = DocumentStatus.Approved, Total = link.Gross, UpdatedAt = link.RemoteUpdatedAt };
        return link with
        {
            Standing = standing with
            {
                DoubledBy = other.Id,
                DoubledTotal = LedgerTotals.Of(other),
                Drift = DriftRemedies.Of(
                    DriftKind.Doubled, $"Document {other.Id} stands beside document {link.RemoteDocumentId} and says that it is {key} as well."),
            },
        };
    }
}
