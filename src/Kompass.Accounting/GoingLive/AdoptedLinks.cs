namespace Kompass.Accounting;

/// <summary>The link of a document that was in the ledger before.</summary>
internal static class AdoptedLinks
{
    public static DocumentLink For(RemoteOrganisationId organisation, Invoice invoice, RemoteDocument stored, DateTimeOffset now) => new()
    {
        RemoteOrganisationId = organisation,
        InvoiceId = invoice.Id,
        RemoteDocumentId = stored.Id,
        Kind = stored.Kind,
        Number = stored.Number,
        ClientId = invoice.ClientId,
        Currency = invoice.Currency,
        Date = stored.Date,
        Gross = LedgerTotals.Of(stored),
        SentTotal = LedgerTotals.Of(invoice),
        RecordHash = RecordHash.Of(invoice),
        RemoteUpdatedAt = stored.UpdatedAt,
        StoredDigest = DocumentDigest.Of(stored),

        // What of a credit note was used in the ledger is used: it is not allocated a second time.
        AllocatedTo = stored is { Kind: DocumentKind.CreditNote, AmountCredited: > 0 } ? invoice.AppliesTo : null,
        CreatedAt = now,
    };
}
