namespace Kompass.Accounting;

internal static class DocumentLinks
{
    public static DocumentLink For(
        RemoteOrganisationId organisation,
        Invoice invoice,
        DocumentContent sent,
        RemoteDocument stored,
        string recordHash,
        DateTimeOffset now) => new()
        {
            RemoteOrganisationId = organisation,
            InvoiceId = invoice.Id,
            RemoteDocumentId = stored.Id,
            Kind = sent.Kind,
            Number = sent.Number,
            ClientId = invoice.ClientId,
            Currency = sent.Currency,
            Date = sent.Date,
            Gross = LedgerTotals.Of(stored),
            SentTotal = LedgerTotals.Of(invoice),
            RecordHash = recordHash,
            RemoteUpdatedAt = stored.UpdatedAt,
            StoredDigest = DocumentDigest.Of(stored),
            CreatedAt = now,
        };
}
