using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>Brings the mirror of the ledger's contacts up to date with one changed-since read.</summary>
internal sealed class ContactMirrorRefresher(IContactStore contacts, IContactMirror mirror, IOptions<SyncOptions> options)
{
    public async Task<IReadOnlyList<RemoteContact>> RefreshAsync(RemoteConnection connection, CancellationToken cancellationToken)
    {
        var organisation = connection.OrganisationId;
        var watermark = await mirror.GetWatermarkAsync(organisation, cancellationToken);
        var since = watermark - options.Value.Overlap;
        var changed = new List<RemoteContact>();
        await foreach (var contact in contacts.ReadAsync(connection, since, cancellationToken))
        {
            changed.Add(contact);
        }

        var newest = changed.Count == 0 ? watermark : changed.Max(contact => contact.UpdatedAt);
        await mirror.SaveAsync(organisation, changed, Latest(watermark, newest) ?? DateTimeOffset.UnixEpoch, cancellationToken);
        return await mirror.GetAllAsync(organisation, cancellationToken);
    }

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one > other ? one : other ?? one;
}
