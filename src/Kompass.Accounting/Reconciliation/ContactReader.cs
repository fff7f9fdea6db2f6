namespace Kompass.Accounting;

/// <summary>Reads the ledger's contacts and keeps the mirror up with what was read. Thread-safe.</summary>
internal sealed class ContactReader(IContactStore contacts, IContactMirror mirror, TimeProvider clock)
{
    /// <summary>How far a changed-since read reaches back, and how far our clock may be ahead of the ledger's, without a change being missed.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>How far it reaches back at least, over however many contacts.</summary>
    public static readonly TimeSpan ShortestOverlap = TimeSpan.FromMinutes(1);

    /// <summary>Over how many contacts that are known already it reaches back further than that.</summary>
    public const int MostKnown = 200;

    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    // By so much no clock is wrong, where the ledger's own time is not known.
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

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
        await mirror.SaveAsync(connection.OrganisationId, all, Reached(all, begun, seen: null), cancellationToken);
        return all;
    }

    /// <summary>
    /// Answers with every contact as it is now: the mirror, and what changed since. Reads all where the mirror was never filled.
    /// </summary>
    /// <param name="connection">The organisation.</param>
    /// <param name="keep">False to leave the mirror as it is.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RemoteLedgerException">The contacts cannot be read; the mirror stays as it was.</exception>
    public async Task<IReadOnlyList<RemoteContact>> GetCurrentAsync(RemoteConnection connection, bool keep, CancellationToken cancellationToken) =>
        (await GetCurrentAsync(connection, keep, seen: null, changes: null, cancellationToken)).All;

    /// <summary>The same, kept in the mirror, with the instant from which on changes were read.</summary>
    /// <param name="connection">The organisation.</param>
    /// <param name="changes">What was changed, when the caller has just read it; null when it is to be read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RemoteLedgerException">The contacts cannot be read; the mirror stays as it was.</exception>
    public Task<CurrentContacts> KeepCurrentAsync(RemoteConnection connection, ContactChanges? changes, CancellationToken cancellationToken) =>
        GetCurrentAsync(connection, keep: true, seen: null, changes, cancellationToken);

    /// <summary>Reads what was changed since an instant, and leaves the mirror as it is.</summary>
    /// <exception cref="RemoteLedgerException">The contacts cannot be read.</exception>
    public async Task<ContactChanges> ReadChangesAsync(RemoteConnection connection, DateTimeOffset since, CancellationToken cancellationToken) =>
        new(since, await ReadAsync(connection, since, null, cancellationToken));

    /// <summary>Whether the mirror holds the contacts as they were read.</summary>
    public async Task<bool> KnowsAsync(RemoteOrganisationId organisation, ContactChanges changes, CancellationToken cancellationToken) =>
        changes.Read.Count == 0
        || (await mirror.FindAsync(organisation, [.. changes.Read.Select(contact => contact.Id)], cancellationToken)).ToHashSet().SetEquals(changes.Read);

    /// <summary>Reads what changed, so that the mirror holds it and the next reading need not come back to it.</summary>
    /// <param name="connection">The organisation.</param>
    /// <param name="seen">An instant that the ledger's clock showed already; null where none is known.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task CatchUpAsync(RemoteConnection connection, DateTimeOffset? seen, CancellationToken cancellationToken) =>
        GetCurrentAsync(connection, keep: true, seen, changes: null, cancellationToken);

    private async Task<CurrentContacts> GetCurrentAsync(
        RemoteConnection connection,
        bool keep,
        DateTimeOffset? seen,
        ContactChanges? changes,
        CancellationToken cancellationToken)
    {
        var begun = clock.GetUtcNow();
        var watermark = await mirror.GetWatermarkAsync(connection.OrganisationId, cancellationToken);
        var known = watermark is null ? [] : await mirror.GetAllAsync(connection.OrganisationId, cancellationToken);
        var since = watermark is { } from ? Since(from, known, begun) : (DateTimeOffset?)null;
        var read = changes?.Since <= since ? changes!.Read : await ReadAsync(connection, since, null, cancellationToken);

        var current = known.ToDictionary(contact => contact.Id);
        var changed = read.Where(contact => !current.TryGetValue(contact.Id, out var before) || before != contact).ToList();
        if (keep)
        {
            var reached = Reached(read, begun, Later(seen, Latest(known)));
            reached = reached < watermark ? watermark.Value : reached;
            if (changed.Count > 0 || reached != watermark)
            {
                await mirror.SaveAsync(connection.OrganisationId, changed, reached, cancellationToken);
            }
        }

        foreach (var contact in changed)
        {
            current[contact.Id] = contact;
        }

        return new([.. current.Values], since);
    }

    /// <summary>
    /// From when on to read. The overlap shrinks where it holds many contacts, as after a first load; the more so once it is old, since
    /// it was read again by then.
    /// </summary>
    private static DateTimeOffset Since(DateTimeOffset watermark, IReadOnlyList<RemoteContact> known, DateTimeOffset begun)
    {
        var earliest = watermark - Overlap;
        var latest = begun - watermark > OneHour ? watermark : watermark - ShortestOverlap;
        var inside = known.Select(contact => contact.UpdatedAt).Where(instant => instant >= earliest && instant <= watermark).ToList();
        if (inside.Count <= MostKnown)
        {
            return earliest;
        }

        inside.Sort();
        var crowded = inside[^MostKnown];
        return crowded < latest ? crowded : latest;
    }

    /// <summary>
    /// The mirror is complete up to an instant that the ledger's clock showed before the reading began; else up to the latest change
    /// that was read, but not beyond the beginning of the reading: what changed on a page already read would be missed.
    /// </summary>
    private static DateTimeOffset Reached(IReadOnlyList<RemoteContact> read, DateTimeOffset begun, DateTimeOffset? seen)
    {
        var safe = begun - Overlap;
        var latest = Latest(read);
        var byRead = latest < safe ? latest : latest is null ? null : (DateTimeOffset?)safe;
        return Later(byRead, seen) ?? begun - OneDay;
    }

    private static DateTimeOffset? Latest(IReadOnlyList<RemoteContact> contacts) =>
        contacts.Count == 0 ? null : contacts.Max(contact => contact.UpdatedAt);

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other : one;

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
