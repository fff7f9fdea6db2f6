namespace Kompass.Accounting;

/// <summary>Reads the ledger's contacts and keeps the mirror up with what was read. Thread-safe.</summary>
internal sealed class ContactReader(IContactStore contacts, IContactMirror mirror, TimeProvider clock)
{
    /// <summary>How far a changed-since read reaches back, and how far our clock may be ahead of the ledger's, without a change being missed.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Reads every contact, archived and merged ones included, into the mirror.</summary>
    /// <param name="connection">The organisation.</param>
    /// <param name="read">Told how many contacts were read so far; null for nobody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RemoteLedgerException">The contacts cannot be read; the mirror stays as it was.</exception>
    public async Task<IReadOnlyList<RemoteContact>> ReadAllAsync(
        RemoteConnection connection,
        Action<int>? read,
        CancellationToken cancellationToken)
    {
        var begun = clock.GetUtcNow();
        var all = await ReadAsync(connection, null, read, cancellationToken);
        await mirror.SaveAsync(connection.OrganisationId, all, WatermarkOf(all, begun), cancellationToken);
        return all;
    }

    /// <summary>
    /// Answers with every contact as it is now: the mirror, and what changed since. Reads all where the mirror was never filled.
    /// </summary>
    /// <param name="connection">The organisation.</param>
    /// <param name="keep">False to leave the mirror as it is.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RemoteLedgerException">The contacts cannot be read; the mirror stays as it was.</exception>
    public async Task<IReadOnlyList<RemoteContact>> GetCurrentAsync(
        RemoteConnection connection,
        bool keep,
        CancellationToken cancellationToken)
    {
        var begun = clock.GetUtcNow();
        var watermark = await mirror.GetWatermarkAsync(connection.OrganisationId, cancellationToken);
        var changed = await ReadAsync(connection, watermark - Overlap, null, cancellationToken);
        var known = watermark is null ? [] : await mirror.GetAllAsync(connection.OrganisationId, cancellationToken);
        if (keep)
        {
            var reached = watermark is null || changed.Count > 0 ? WatermarkOf(changed, begun) : watermark;
            await mirror.SaveAsync(
                connection.OrganisationId, changed, reached < watermark ? watermark : reached, cancellationToken);
        }

        var current = known.ToDictionary(contact => contact.Id);
        foreach (var contact in changed)
        {
            current[contact.Id] = contact;
        }

        return [.. current.Values];
    }

    /// <summary>
    /// The mirror is complete up to the latest change that was seen, by the ledger's own clock, but not beyond the beginning of
    /// the reading: what changed on a page already read would be missed.
    /// </summary>
    private static DateTimeOffset WatermarkOf(IReadOnlyList<RemoteContact> read, DateTimeOffset begun)
    {
        if (read.Count == 0)
        {
            return begun.AddDays(-1);
        }

        var latest = read.Max(contact => contact.UpdatedAt);
        var safe = begun - Overlap;
        return latest < safe ? latest : safe;
    }

    private async Task<IReadOnlyList<RemoteContact>> ReadAsync(
        RemoteConnection connection,
        DateTimeOffset? since,
        Action<int>? read,
        CancellationToken cancellationToken)
    {
        // A contact that changes while pages are read may come twice: the later one counts.
        var byId = new Dictionary<RemoteContactId, RemoteContact>();
        var count = 0;
        await foreach (var contact in contacts.ReadAsync(connection, since, cancellationToken))
        {
            if (!byId.TryGetValue(contact.Id, out var earlier) || earlier.UpdatedAt <= contact.UpdatedAt)
            {
                byId[contact.Id] = contact;
            }

            if (++count % 100 == 0)
            {
                read?.Invoke(count);
            }
        }

        read?.Invoke(count);
        return [.. byId.Values];
    }
}
