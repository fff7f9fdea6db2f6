using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal static class LinkRemover
{
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        IReadOnlyCollection<ClientId> clients,
        IReadOnlyCollection<InvoiceId> invoices,
        CancellationToken cancellationToken)
    {
        if (clients.Count > 0)
        {
            var ids = clients.Select(client => client.Value).ToHashSet();
            await context.Set<ContactLinkRow>()
                .Where(row => row.RemoteOrganisationId == organisation.Value && ids.Contains(row.ClientId))
                .ExecuteDeleteAsync(cancellationToken);
        }

        if (invoices.Count > 0)
        {
            var ids = invoices.Select(invoice => invoice.Value).ToHashSet();
            await context.Set<DocumentLinkRow>()
                .Where(row => row.RemoteOrganisationId == organisation.Value && ids.Contains(row.InvoiceId))
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}
