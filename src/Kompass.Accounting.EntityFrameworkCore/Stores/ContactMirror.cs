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
