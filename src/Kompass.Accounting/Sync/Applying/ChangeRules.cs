namespace Kompass.Accounting;

/// <summary>Whether a sent document, as just read, may still be changed.</summary>
internal static class ChangeRules
{
    public static bool IsWithdrawn(RemoteDocument document) => document.Status is DocumentStatus.Voided or DocumentStatus.Deleted;

    /// <summary>Whether it says something else than when we last wrote it, though the ledger gave it no newer time.</summary>
    public static bool IsRecoded(DocumentLink link, RemoteDocument document) =>
        link.StoredDigest is { } digest && DocumentDigest.Of(document) != digest;

    /// <summary>Why it may not be updated; null when it may.</summary>
    public static (HoldReason Reason, string Detail)? MayUpdate(DocumentLink link, RemoteDocument? document) => document switch
    {
        null => Missing(link),
        _ when IsWithdrawn(document) => (HoldReason.EditedRemotely, $"Document {DocumentNames.Of(link)} was voided or deleted in the ledger, and changed in Kompass."),
        { IsSettledInPart: true } => Settled(link, document),
        _ when document.UpdatedAt != link.RemoteUpdatedAt => (
            HoldReason.EditedRemotely,
            $"Document {DocumentNames.Of(link)} was changed in the ledger at {document.UpdatedAt:u}, after we wrote it at {link.RemoteUpdatedAt:u}."),
        _ when IsRecoded(link, document) => (
            HoldReason.EditedRemotely,
            $"Document {DocumentNames.Of(link)} does not say any more what it said when we wrote it at {link.RemoteUpdatedAt:u}: its lines, accounts, tax rates or dates were changed."),
        _ => null,
    };

    /// <summary>Why it may not be voided; null when it may, or is voided already.</summary>
    public static (HoldReason Reason, string Detail)? MayVoid(DocumentLink link, RemoteDocument? document) => document switch
    {
        null => Missing(link),
        _ when IsWithdrawn(document) => null,
        { IsSettledInPart: true } => Settled(link, document),
        _ => null,
    };

    /// <summary>Why it may not be undone; null when it may, or is voided already.</summary>
    public static (HoldReason Reason, string Detail)? MayUndo(DocumentLink link, RemoteDocument? document) =>
        document is not null && IsWithdrawn(document) ? null : MayUpdate(link, document);

    private static (HoldReason Reason, string Detail) Missing(DocumentLink link) =>
        (HoldReason.RemoteRecordMissing, $"Document {DocumentNames.Of(link)} is gone.");

    private static (HoldReason Reason, string Detail) Settled(DocumentLink link, RemoteDocument document) =>
        (HoldReason.Settled, $"Document {DocumentNames.Of(link)} has {document.AmountPaid:0.00} paid and {document.AmountCredited:0.00} credited.");
}
