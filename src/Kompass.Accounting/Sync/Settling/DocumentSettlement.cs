namespace Kompass.Accounting;

/// <summary>Decides, from documents just read, whether an operation took effect. Pure.</summary>
internal static class DocumentSettlement
{
    /// <summary>The link as it is after the effect; null when no effect was found.</summary>
    /// <param name="operation">The operation in doubt.</param>
    /// <param name="found">Documents that may be its effect.</param>
    /// <param name="link">The link as it stands; null for creations.</param>
    /// <param name="since">No effect can be older, the difference of both clocks allowed for.</param>
    /// <param name="now">The instant to record.</param>
    public static DocumentLink? Decide(
        Operation operation,
        IReadOnlyList<RemoteDocument> found,
        DocumentLink? link,
        DateTimeOffset since,
        DateTimeOffset now)
    {
        if (operation.Action == OperationAction.Create)
        {
            return link is null && found.FirstOrDefault(document => IsEffect(operation, document, since)) is { } created
                ? LinkTo(created, operation, now)
                : null;
        }

        var current = link is null ? null : found.FirstOrDefault(document => document.Id == link.RemoteDocumentId);
        return current is null ? null : Changed(operation, current, link!);
    }

    private static DocumentLink? Changed(Operation operation, RemoteDocument current, DocumentLink link) => operation.Action switch
    {
        OperationAction.Void when ChangeRules.IsWithdrawn(current) =>
            link with { IsVoided = true, RecordHash = operation.RecordHash, RemoteUpdatedAt = current.UpdatedAt, Standing = null },
        OperationAction.Undo when ChangeRules.IsWithdrawn(current) =>
            link with { IsVoided = true, UndoneBy = operation.Evidence?.ApprovedBy, RemoteUpdatedAt = current.UpdatedAt, Standing = null },
        OperationAction.Allocate when current.AmountCredited > 0 && current.AmountCredited >= operation.Evidence?.Gross =>
            link with { AllocatedTo = new InvoiceId(operation.NaturalKey) },
        OperationAction.Update when current.UpdatedAt > link.RemoteUpdatedAt && DocumentDigest.Of(current) == operation.Evidence?.Digest =>
            link with
            {
                RecordHash = operation.RecordHash,
                RemoteUpdatedAt = current.UpdatedAt,
                StoredDigest = DocumentDigest.Of(current),
                Date = current.Date,
                Gross = LedgerTotals.Of(current),
                SentTotal = SentTotal(operation),
                Standing = null,
            },
        _ => null,
    };

    private static DocumentLink LinkTo(RemoteDocument document, Operation operation, DateTimeOffset now) => new()
    {
        RemoteOrganisationId = operation.RemoteOrganisationId,
        InvoiceId = new(operation.Record.Id),
        RemoteDocumentId = document.Id,
        Kind = document.Kind,
        Number = document.Number,
        ClientId = operation.Evidence!.ClientId,
        Currency = operation.Evidence.Currency,
        Date = document.Date,
        Gross = LedgerTotals.Of(document),
        SentTotal = SentTotal(operation),
        RecordHash = operation.RecordHash,
        RemoteUpdatedAt = document.UpdatedAt,
        StoredDigest = DocumentDigest.Of(document),
        CreatedAt = now,
    };

    private static decimal? SentTotal(Operation operation) =>
        operation is { DocumentKind: DocumentKind.Journal, Evidence.Gross: 0 } ? null : operation.Evidence?.Gross;

    /// <summary>
    /// A journal is recognised by its marker alone. A number may belong to somebody else's document, so contact, currency and
    /// total must agree as well, and the document must not be older than the attempt.
    /// </summary>
    private static bool IsEffect(Operation operation, RemoteDocument document, DateTimeOffset since) =>
        operation.Evidence is { } evidence && (document.Kind == DocumentKind.Journal
            ? document.Narration?.EndsWith(operation.NaturalKey, StringComparison.Ordinal) == true
            : string.Equals(document.Number, operation.NaturalKey, StringComparison.OrdinalIgnoreCase)
                && document.UpdatedAt >= since
                && document.ContactId == evidence.ContactId
                && document.Currency == evidence.Currency
                && document.Gross == evidence.Gross);
}
