namespace Kompass.Accounting;

/// <summary>What may not change once a document was sent.</summary>
internal static class SentDocumentRules
{
    public static void RequireSameIdentity(Invoice invoice, DocumentLink link, DocumentBuilder builder)
    {
        if (invoice is not { Synchronize: true, Status: InvoiceStatus.Approved or InvoiceStatus.Posted })
        {
            throw new HoldException(HoldReason.Withdrawn, invoice.Synchronize
                ? $"The document was sent, and its status in Kompass is {invoice.Status} now."
                : "The document was sent, and Synchronize was unticked since.");
        }

        if (DocumentKinds.Of(invoice.Kind) != link.Kind)
        {
            throw new HoldException(HoldReason.KindChanged, $"The document was sent as {link.Kind}; its amount is {invoice.Net:0.00} now.");
        }

        if (invoice.ClientId != link.ClientId)
        {
            throw new HoldException(HoldReason.IdentityChanged, $"The document was sent for client {link.ClientId}; it names {invoice.ClientId} now.");
        }

        if (invoice.Currency != link.Currency)
        {
            throw new HoldException(HoldReason.IdentityChanged, $"The document was sent in {link.Currency}; it is in {invoice.Currency} now.");
        }

        if (link.Kind != DocumentKind.Journal && builder.Number(invoice) != link.Number)
        {
            throw new HoldException(HoldReason.IdentityChanged, $"The document was sent as number {link.Number}; it is {builder.Number(invoice)} now.");
        }
    }

    /// <summary>A posted journal is not edited: whether the ledger lets that be done is not certain, and it would be asked in vain at each sync.</summary>
    public static void RequireOpenJournal(Invoice invoice, DocumentLink link, DocumentSettings settings)
    {
        if (link.Kind == DocumentKind.Journal && settings.JournalStatus == DocumentStatus.Approved)
        {
            throw new HoldException(
                HoldReason.PostedJournal,
                string.Create(CultureInfo.InvariantCulture, $"The journal was posted with debits of {link.Gross:0.00}; it was changed in Kompass, where they come to {LedgerTotals.Of(invoice):0.00} now."));
        }
    }
}
