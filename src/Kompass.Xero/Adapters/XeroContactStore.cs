using System.Runtime.CompilerServices;
using Kompass.Accounting;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>The contacts of a Xero organisation.</summary>
internal sealed class XeroContactStore(XeroApi api, XeroTenants tenants) : IContactStore
{
    public int MaximumBatch => XeroApi.MostElements;

    public async IAsyncEnumerable<RemoteContact> ReadAsync(
        RemoteConnection connection, DateTimeOffset? changedSince, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new XeroQuery { ChangedSince = changedSince, IncludeArchived = true };
        await using var pages = api.ReadPagesAsync(tenants.For(connection), XeroResources.Contacts, query, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await RemoteFaults.TranslateAsync(() => pages.MoveNextAsync().AsTask()))
        {
            foreach (var contact in pages.Current.Value)
            {
                yield return ContactMap.Read(contact);
            }
        }
    }

    public async Task<IReadOnlyList<RemoteContact>> FindAsync(
        RemoteConnection connection, IReadOnlyCollection<RemoteContactId> ids, CancellationToken cancellationToken) =>
        [.. (await LoadAsync(connection, [.. ids.Select(id => id.Value)], cancellationToken)).Select(ContactLists.Remember)];

    public Task<IReadOnlyList<WriteResult<RemoteContact>>> CreateAsync(
        RemoteConnection connection, IReadOnlyList<ContactContent> contacts, IdempotencyKey key, CancellationToken cancellationToken) =>
        RemoteFaults.TranslateAsync(async () =>
        {
            List<ContactWrite> sent = [.. contacts.Select(c => ContactMap.Write(c, current: null))];
            var answer = await api.CreateAsync(tenants.For(connection), XeroResources.Contacts, sent, key.Value, cancellationToken);
            return WriteResults.From(answer, "new contacts", ContactMap.Read);
        });

    public Task<IReadOnlyList<WriteResult<RemoteContact>>> UpdateAsync(
        RemoteConnection connection, IReadOnlyList<ContactUpdate> updates, IdempotencyKey key, CancellationToken cancellationToken) =>
        RemoteFaults.TranslateAsync(async () =>
        {
            List<ContactWrite> sent =
            [
                .. updates.Select(update => ContactMap.Write(update.Content, ContactLists.Recall(update.Current))),
            ];
            var answer = await api.UpdateAsync(tenants.For(connection), XeroResources.Contacts, sent, key.Value, cancellationToken);
            return WriteResults.From(answer, "contact updates", ContactMap.Read);
        });

    private async Task<List<ContactDto>> LoadAsync(RemoteConnection connection, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<ContactDto>();
        foreach (var some in ids.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(XeroQuery.MostIds))
        {
            var query = new XeroQuery { Ids = some, IncludeArchived = true };
            var answer = await RemoteFaults.TranslateAsync(
                () => api.ReadAsync(tenants.For(connection), XeroResources.Contacts, query, cancellationToken));
            found.AddRange(answer.Value.Where(c => BatchOutcomes.IsId(c.ContactID)));
        }

        return found;
    }
}
