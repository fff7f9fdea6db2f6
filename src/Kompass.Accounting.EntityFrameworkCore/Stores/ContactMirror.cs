using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class ContactMirror(StoreAccess store) : IContactMirror
{
    public Task<DateTimeOffset?> GetWatermarkAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async context => Instants.FromTicks(await context.Set<MirrorWatermarkRow>()
                .Where(row => row.RemoteOrganisationId == organisation.Value)
                .Select(row => (long?)row.Watermark)
                .FirstOrDefaultAsync(cancellationToken)),
            cancellationToken);

    public Task<IReadOnlyList<RemoteContact>> GetAllAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<RemoteContact>>(
            async context =>
            {
                var contacts = new List<RemoteContact>();
                await foreach (var payload in context.Set<MirrorContactRow>()
                    .Where(row => row.RemoteOrganisationId == organisation.Value)
                    .OrderBy(row => row.RemoteContactId)
                    .Select(row => row.Payload)
                    .AsAsyncEnumerable()
                    .WithCancellation(cancellationToken))
                {
                    contacts.Add(JsonSerializer.Deserialize(payload, StoreJson.Default.RemoteContact)!);
                }

                return contacts;
            },
            cancellationToken);

    public Task<IReadOnlyList<RemoteContact>> FindAsync(
        RemoteOrganisationId organisation, IReadOnlyCollection<RemoteContactId> contacts, CancellationToken cancellationToken)
    {
        var ids = contacts.Select(contact => contact.Value).ToHashSet();
        return store.ReadAsync<IReadOnlyList<RemoteContact>>(
            async context =>
            {
                var payloads = await context.Set<MirrorContactRow>()
                    .Where(row => row.RemoteOrganisationId == organisation.Value && ids.Contains(row.RemoteContactId))
                    .OrderBy(row => row.RemoteContactId)
                    .Select(row => row.Payload)
                    .ToListAsync(cancellationToken);
                return payloads.ConvertAll(payload => JsonSerializer.Deserialize(payload, StoreJson.Default.RemoteContact)!);
            },
            cancellationToken);
    }

    // Databases disagree on what is the same letter in capitals, so names are compared here; whole contacts are read only of those found.
    public async Task<IReadOnlyList<RemoteContact>> SearchAsync(
        RemoteOrganisationId organisation, string text, int maximum, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        var names = await store.ReadAsync(
            context => context.Set<MirrorContactRow>()
                .Where(row => row.RemoteOrganisationId == organisation.Value)
                .Select(row => new { row.RemoteContactId, row.Name, row.Status })
                .ToListAsync(cancellationToken),
            cancellationToken);
        List<string> found =
        [
            .. names
                .Where(row => row.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || row.RemoteContactId.Contains(text, StringComparison.OrdinalIgnoreCase))
                .OrderBy(row => row.Status == ContactStatus.Active ? 0 : 1)
                .ThenBy(row => row.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
                .ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(row => row.RemoteContactId, StringComparer.Ordinal)
                .Take(maximum)
                .Select(row => row.RemoteContactId),
        ];
        var places = found.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        var contacts = await FindAsync(organisation, [.. found.Select(id => new RemoteContactId(id))], cancellationToken);
        return [.. contacts.OrderBy(contact => places[contact.Id.Value])];
    }

    public Task SaveAsync(
        RemoteOrganisationId organisation,
        IReadOnlyCollection<RemoteContact> contacts,
        DateTimeOffset? watermark,
        CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Books(organisation),
            async context =>
            {
                if (contacts.Count > 0)
                {
                    await RevisionTable.GrowAsync(context, organisation, cancellationToken);
                }

                await MirrorWriter.ApplyAsync(context, organisation, contacts, cancellationToken);
                if (watermark is { } reached)
                {
                    await MoveAsync(context, organisation, Instants.ToTicks(reached), cancellationToken);
                }

                await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private static async Task MoveAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        long watermark,
        CancellationToken cancellationToken)
    {
        if (await context.FindAsync<MirrorWatermarkRow>([organisation.Value], cancellationToken) is { } row)
        {
            row.Watermark = watermark;
        }
        else
        {
            context.Add(new MirrorWatermarkRow { RemoteOrganisationId = organisation.Value, Watermark = watermark });
        }
    }
}
