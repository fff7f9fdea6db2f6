using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal static class LinkConflicts
{
    /// <summary>Saves, and answers a refusal by a unique index in the words of the port.</summary>
    public static async Task SaveAsync(StoreAccess store, AccountingDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (store.IsDuplicate(exception))
        {
            var records = exception.Entries.Select(entry => entry.Entity).Select(row => row switch
            {
                ContactLinkRow link => $"client {link.ClientId} with contact {link.RemoteContactId}",
                DocumentLinkRow link => $"invoice {link.InvoiceId} with document {link.RemoteDocumentId}",
                _ => row.GetType().Name,
            });
            throw new LinkConflictException(
                $"Somebody else linked one of these meanwhile: {string.Join(", ", records)}. Nothing was written; read the links again.", exception);
        }
    }
}
