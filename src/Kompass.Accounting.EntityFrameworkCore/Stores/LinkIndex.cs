using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1304, CA1311, CA1862 // These become SQL, where there is neither a culture nor a kind of comparison.
namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class LinkIndex(StoreAccess store) : ILinkIndex
{
    // One text for all three takes a third of the time; nobody types a tab.
    private const string Between = "\t";

    // How the kinds that nobody has to look at are written into a link.
    private const string Drifted = "\"drift\":{\"kind\":\"";
    private const string Paid = Drifted + nameof(DriftKind.Paid) + "\"";
    private const string PartPaid = Drifted + nameof(DriftKind.PartPaid) + "\"";
    private const string Touched = Drifted + nameof(DriftKind.Touched) + "\"";

    public Task<LinkPage<DocumentLink>> FindDocumentsAsync(
        RemoteOrganisationId organisation, string text, int skip, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var part = text.ToLowerInvariant();
        return store.ReadAsync(
            async context =>
            {
                var found = context.Set<DocumentLinkRow>().AsNoTracking().Where(row => row.RemoteOrganisationId == organisation.Value);
                if (part.Length > 0)
                {
                    found = found.Where(row => ((row.Number ?? "") + Between + row.InvoiceId + Between + row.RemoteDocumentId).ToLower().Contains(part));
                }

                // The keys first: a database that sorts whole rows to leave most of them out takes many times as long.
                var keys = await found.OrderByDescending(row => row.Date).ThenBy(row => row.InvoiceId).Select(row => row.InvoiceId).Skip(skip).Take(take).ToListAsync(cancellationToken);
                var rows = keys.Count == 0 ? [] : await context.Set<DocumentLinkRow>().AsNoTracking()
                    .Where(row => row.RemoteOrganisationId == organisation.Value && keys.Contains(row.InvoiceId))
                    .OrderByDescending(row => row.Date)
                    .ThenBy(row => row.InvoiceId)
                    .ToListAsync(cancellationToken);
                return new LinkPage<DocumentLink>(rows.ConvertAll(row => row.ToRecord()), await CountAsync(found, skip, take, rows.Count, cancellationToken));
            },
            cancellationToken);
    }

    public Task<LinkPage<ContactLink>> FindContactsAsync(
        RemoteOrganisationId organisation, string text, int skip, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var part = text.ToLowerInvariant();
        return store.ReadAsync(
            async context =>
            {
                var found = context.Set<ContactLinkRow>().AsNoTracking().Where(row => row.RemoteOrganisationId == organisation.Value);
                if (part.Length > 0)
                {
                    found = found.Where(row => ((row.SentName ?? "") + Between + row.ClientId + Between + row.RemoteContactId).ToLower().Contains(part));
                }

                var rows = await found.OrderBy(row => row.ClientId).Skip(skip).Take(take).ToListAsync(cancellationToken);
                return new LinkPage<ContactLink>(rows.ConvertAll(row => row.ToRecord()), await CountAsync(found, skip, take, rows.Count, cancellationToken));
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<DocumentLink>> GetDriftedDocumentsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<DocumentLink>>(
            async context =>
            {
                // Most are paid, so that is asked first.
                var rows = await context.Set<DocumentLinkRow>().AsNoTracking()
                    .Where(row => row.RemoteOrganisationId == organisation.Value
                        && row.Standing != null
                        && !row.Standing.Contains(Paid)
                        && row.Standing.Contains(Drifted)
                        && !row.Standing.Contains(PartPaid)
                        && !row.Standing.Contains(Touched))
                    .OrderBy(row => row.InvoiceId)
                    .ToListAsync(cancellationToken);
                return rows.ConvertAll(row => row.ToRecord());
            },
            cancellationToken);

    public Task<IReadOnlyList<ContactLink>> GetDriftedContactsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<ContactLink>>(
            async context =>
            {
                var rows = await context.Set<ContactLinkRow>().AsNoTracking()
                    .Where(row => row.RemoteOrganisationId == organisation.Value && row.Drift != null)
                    .OrderBy(row => row.ClientId)
                    .ToListAsync(cancellationToken);
                return [.. rows.Select(row => row.ToRecord()).Where(link => link.Drift!.Kind != DriftKind.Touched)];
            },
            cancellationToken);

    /// <summary>Counts what was found; not by reading everything again where the page shows its end.</summary>
    private static async Task<int> CountAsync<TRow>(IQueryable<TRow> found, int skip, int take, int shown, CancellationToken cancellationToken) =>
        shown < take && (shown > 0 || skip == 0) ? skip + shown : await found.CountAsync(cancellationToken);
}
