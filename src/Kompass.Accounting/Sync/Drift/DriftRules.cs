namespace Kompass.Accounting;

/// <summary>Says what was done in the ledger to a document that we wrote. Pure.</summary>
internal static class DriftRules
{
    /// <summary>Whether nothing happened since it was last written or looked at. A credit may be used in the very instant of the writing.</summary>
    public static bool IsAsSeen(DocumentLink link, RemoteDocument document) => link.Standing is { } standing
        ? (document.UpdatedAt, document.AmountPaid, document.AmountCredited) == (standing.UpdatedAt, standing.AmountPaid, standing.AmountCredited)
        : document.UpdatedAt == link.RemoteUpdatedAt && document is { AmountPaid: 0, AmountCredited: 0 };

    /// <summary>How the document stands; null when it is as we wrote it.</summary>
    /// <param name="link">The link, with what we know.</param>
    /// <param name="document">The document as just read.</param>
    /// <param name="sent">What was sent last; null when that was not kept, as for an adopted document.</param>
    public static RemoteStanding? Judge(DocumentLink link, RemoteDocument document, OperationEvidence? sent)
    {
        var isTouched = document.UpdatedAt != link.RemoteUpdatedAt || document is not { AmountPaid: 0, AmountCredited: 0 };
        if (!isTouched && link.Standing?.DoubledBy is null)
        {
            return null;
        }

        return new()
        {
            Status = document.Status,
            Total = LedgerTotals.Of(document),
            AmountPaid = document.AmountPaid,
            AmountCredited = document.AmountCredited,
            PaidOn = document.PaidOn,
            CreditedOn = document.CreditedOn,
            UpdatedAt = document.UpdatedAt,
            DoubledBy = link.Standing?.DoubledBy,
            DoubledTotal = link.Standing?.DoubledTotal ?? 0,
            Drift = link.Standing is { DoubledBy: not null, Drift: { Kind: DriftKind.Doubled } doubled } ? doubled : isTouched ? Drift(link, document, sent) : null,
        };
    }

    private static RecordDrift? Drift(DocumentLink link, RemoteDocument document, OperationEvidence? sent)
    {
        if (document.Status is DocumentStatus.Voided or DocumentStatus.Deleted)
        {
            return link.IsVoided
                ? null
                : DriftRemedies.Of(
                    document.Status == DocumentStatus.Voided ? DriftKind.Voided : DriftKind.Deleted,
                    $"Document {DocumentNames.Of(link)} was {document.Status.ToString().ToLowerInvariant()} in the ledger at {document.UpdatedAt:u}.");
        }

        if (link.IsVoided)
        {
            return DriftRemedies.Of(DriftKind.Edited, $"Document {DocumentNames.Of(link)}, which we voided, stands in the ledger again.");
        }

        if (Differences(link, document, sent) is { Count: > 0 } differences)
        {
            return DriftRemedies.Of(
                DriftKind.Edited, $"Document {DocumentNames.Of(link)} was changed in the ledger at {document.UpdatedAt:u}: {string.Join("; ", differences)}.");
        }

        return Settled(link, document) ?? Touched(link, document);
    }

    private static RecordDrift? Settled(DocumentLink link, RemoteDocument document)
    {
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"Of {document.Gross:0.00}, {document.AmountPaid:0.00} is paid and {document.AmountCredited:0.00} credited.");
        return document switch
        {
            { Status: DocumentStatus.Paid, AmountPaid: > 0 } => DriftRemedies.Of(DriftKind.Paid, detail),
            { AmountPaid: > 0 } => DriftRemedies.Of(DriftKind.PartPaid, detail),
            { AmountCredited: > 0 } when link.AllocatedTo is null => DriftRemedies.Of(DriftKind.Credited, detail),
            _ => null,
        };
    }

    /// <summary>A credit note that we used for its invoice is touched by that alone.</summary>
    private static RecordDrift? Touched(DocumentLink link, RemoteDocument document) => link.AllocatedTo is not null
        ? null
        : DriftRemedies.Of(DriftKind.Touched, $"Document {DocumentNames.Of(link)} was changed in the ledger at {document.UpdatedAt:u}, and says what was sent.");

    private static List<string> Differences(DocumentLink link, RemoteDocument document, OperationEvidence? sent)
    {
        var differences = new List<string>();
        if (link.Kind != DocumentKind.Journal || link.SentTotal is not null)
        {
            Compare("total", Text(link.Gross), Text(LedgerTotals.Of(document)));
        }

        Compare("date", Text(link.Date), Text(document.Date));
        if (link.Kind != DocumentKind.Journal)
        {
            Compare("number", link.Number, document.Number);
            Compare("currency", (CurrencyCode?)link.Currency, document.Currency);
        }

        if (sent?.ContactId is { } contact && contact != document.ContactId)
        {
            differences.Add($"contact {contact} was sent, {document.ContactId} stands");
        }

        if (differences.Count == 0 && sent?.Digest is { } digest && digest != DocumentDigest.Of(document))
        {
            differences.Add("its lines, accounts, tax rates or dates are not those that were sent");
        }

        return differences;

        void Compare<T>(string what, T ours, T theirs)
        {
            if (!EqualityComparer<T>.Default.Equals(ours, theirs))
            {
                differences.Add($"{what} {ours} was sent, {(theirs is null ? "(none)" : theirs)} stands");
            }
        }
    }

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
