using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Writes document links, with the rule that neither an invoice nor a document is linked twice.</summary>
internal static class DocumentLinkWriter
{
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        IReadOnlyCollection<DocumentLink> links,
        CancellationToken cancellationToken)
    {
        if (links.Count == 0)
        {
            return;
        }

        var invoices = links.Select(link => link.InvoiceId.Value).ToHashSet();
        var documents = links.Select(link => link.RemoteDocumentId.Value).ToHashSet();

        // Two statements, because one with OR would read every link of the organisation.
        var all = context.Set<DocumentLinkRow>().Where(row => row.RemoteOrganisationId == organisation.Value);
        var ofInvoices = await all.Where(row => invoices.Contains(row.InvoiceId)).ToListAsync(cancellationToken);
        var ofDocuments = await all.Where(row => documents.Contains(row.RemoteDocumentId)).ToListAsync(cancellationToken);
        var rows = ofInvoices.Union(ofDocuments).ToList();
        var byInvoice = rows.ToDictionary(row => row.InvoiceId, StringComparer.Ordinal);
        var byDocument = rows.ToDictionary(row => row.RemoteDocumentId, StringComparer.Ordinal);
        foreach (var link in links)
        {
            Ownership.Require(organisation, link.RemoteOrganisationId, RecordKey.Of(link.InvoiceId));
            var isNew = !byInvoice.TryGetValue(link.InvoiceId.Value, out var row);
            row ??= new();
            if (!isNew && row.RemoteDocumentId != link.RemoteDocumentId.Value)
            {
                throw new LinkConflictException(
                    $"Invoice {link.InvoiceId} is linked to document {row.RemoteDocumentId} and cannot become document "
                    + $"{link.RemoteDocumentId} as well. Void one of the two documents in the ledger.");
            }

            if (byDocument.TryGetValue(link.RemoteDocumentId.Value, out var other) && other != row)
            {
                throw new LinkConflictException(
                    $"Document {link.RemoteDocumentId} is linked to invoice {other.InvoiceId} and cannot stand for invoice {link.InvoiceId} as well. "
                    + "Find out in the ledger which of the two it is.");
            }

            row.Set(link);
            if (isNew)
            {
                context.Add(row);
            }

            byInvoice[row.InvoiceId] = row;
            byDocument[link.RemoteDocumentId.Value] = row;
        }
    }
}
