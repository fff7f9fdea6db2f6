namespace Kompass.Accounting;

/// <summary>Keeps how far the sources were read among the journal's cursors.</summary>
internal sealed class SourceProgressStore(ISyncJournal journal)
{
    public const string Clients = "clients";
    public const string Invoices = "invoices";

    private const string Standing = "sources";

    /// <summary>Recorded together with a change, makes the next run look at every record.</summary>
    public static KeyValuePair<string, SourceCursor> Forgotten { get; } = new(Standing, new("-"));

    /// <summary>Whether it says from where on each source is to be read.</summary>
    public static bool Covers(SourceProgress progress, bool withInvoices) =>
        progress.Before.ContainsKey(Clients) && (!withInvoices || progress.Before.ContainsKey(Invoices));

    /// <summary>What the last complete run left; null when there is none to build on.</summary>
    public async Task<SourceProgress?> LoadAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken)
    {
        var recorded = await journal.GetCursorsAsync(organisation, cancellationToken);
        if (!recorded.TryGetValue(Standing, out var standing)
            || standing.Value.Split('|') is not [var circumstances, var remembered, var whole, .. var still]
            || !ulong.TryParse(remembered, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var digest)
            || !long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
        {
            return null;
        }

        string[] sources = [Clients, Invoices];
        return new()
        {
            Circumstances = circumstances,
            Remembered = digest,
            WholeAt = new(ticks, TimeSpan.Zero),
            Cursors = sources.Where(recorded.ContainsKey).ToDictionary(source => source, source => recorded[source]),
            Still = StillPoint.Parse(still),
            Before = sources.Where(source => recorded.ContainsKey(BeforeOf(source))).ToDictionary(source => source, source => recorded[BeforeOf(source)]),
        };
    }

    /// <summary>Moves the cursors, once everything that was read up to them is recorded.</summary>
    /// <exception cref="LeaseLostException">The lease was taken over; nothing was moved.</exception>
    public async Task SaveAsync(Lease lease, SourceProgress progress, CancellationToken cancellationToken)
    {
        var standing = await LoadAsync(lease.OrganisationId, cancellationToken);
        var moved = new Dictionary<string, SourceCursor>();
        if (standing is null || Text(standing) != Text(progress))
        {
            moved[Standing] = new(Text(progress));
        }

        foreach (var (source, cursor) in progress.Cursors)
        {
            Move(source, cursor, standing?.Cursors);
            if (standing?.Cursors.TryGetValue(source, out var earlier) == true)
            {
                Move(BeforeOf(source), earlier, standing.Before, source);
            }
        }

        if (moved.Count > 0)
        {
            await journal.RecordAsync(lease, new() { Cursors = moved }, cancellationToken);
        }

        void Move(string name, SourceCursor cursor, IReadOnlyDictionary<string, SourceCursor>? from, string? source = null)
        {
            if (from is null || !from.TryGetValue(source ?? name, out var place) || place != cursor)
            {
                moved[name] = cursor;
            }
        }
    }

    private static string Text(SourceProgress progress)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{progress.Circumstances}|{progress.Remembered:x}|{progress.WholeAt.UtcTicks}");
        return progress.Still is { } still ? $"{text}|{still}" : text;
    }

    private static string BeforeOf(string source) => source + ".before";
}
