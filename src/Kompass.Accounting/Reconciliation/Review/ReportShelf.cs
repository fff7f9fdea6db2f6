namespace Kompass.Accounting;

/// <summary>
/// Keeps the comparisons that people look at in memory: a report never changes, and reading ten thousand rows anew for each page would
/// take longer than the page. Those that were looked at in the last quarter of an hour, a few at most. Thread-safe.
/// </summary>
internal sealed class ReportShelf : IDisposable
{
    /// <summary>How many comparisons are kept in memory.</summary>
    public const int MostReports = 4;

    /// <summary>How many rows they may have together; one larger report is kept by itself.</summary>
    public const int MostRows = 40_000;

    private const int MostCounts = 1000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly IReconciliationStore _reports;
    private readonly TimeProvider _clock;
    private readonly ITimer _sweep;
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<ReconciliationId, (int Rows, int Remaining)> _counts = [];

    public ReportShelf(IReconciliationStore reports, TimeProvider clock)
    {
        (_reports, _clock) = (reports, clock);
        _sweep = clock.CreateTimer(_ => Sweep(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Keeps a report that was made a moment ago: the person who asked for it looks at it next.</summary>
    public void Add(ReconciliationReport report)
    {
        lock (_gate)
        {
            Put(report);
        }
    }

    public void Dispose() => _sweep.Dispose();

    /// <summary>The report; null when it does not exist.</summary>
    public async Task<ReconciliationReport?> GetAsync(ReconciliationId id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Find(id) is { } entry)
            {
                return entry.Report;
            }
        }

        var report = await _reports.GetAsync(id, cancellationToken);
        if (report is not null)
        {
            lock (_gate)
            {
                Put(report);
            }
        }

        return report;
    }

    /// <summary>How many rows a report has, and how many were open when it was finished; null while it was not read in this process.</summary>
    public (int Rows, int Remaining)? CountsOf(ReconciliationId id)
    {
        lock (_gate)
        {
            return _counts.TryGetValue(id, out var counts) ? counts : null;
        }
    }

    /// <summary>The same, read where it is not known; the report itself is not kept. Null when it does not exist.</summary>
    public async Task<(int Rows, int Remaining)?> CountAsync(ReconciliationId id, CancellationToken cancellationToken)
    {
        if (CountsOf(id) is { } known)
        {
            return known;
        }

        if (await _reports.GetAsync(id, cancellationToken) is not { } report)
        {
            return null;
        }

        lock (_gate)
        {
            return Note(report);
        }
    }

    /// <summary>The rows as they stood at a revision of the links and decisions; null when they are not kept.</summary>
    public IReadOnlyList<ReviewedRow>? RowsOf(ReconciliationId id, long revision)
    {
        lock (_gate)
        {
            return Find(id) is { } entry && entry.Revision == revision ? entry.Rows : null;
        }
    }

    public void Keep(ReconciliationId id, long revision, IReadOnlyList<ReviewedRow> rows)
    {
        lock (_gate)
        {
            if (Find(id) is { } entry)
            {
                (entry.Revision, entry.Rows) = (revision, rows);
            }
        }
    }

    private Entry? Find(ReconciliationId id)
    {
        var found = _entries.Find(entry => entry.Report.Id == id);
        found?.UsedAt = _clock.GetUtcNow();
        return found;
    }

    private void Sweep()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            _entries.RemoveAll(entry => now - entry.UsedAt >= Lifetime);
            if (_entries.Count > 0)
            {
                _sweep.Change(Lifetime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Put(ReconciliationReport report)
    {
        Note(report);
        _entries.RemoveAll(entry => entry.Report.Id == report.Id);
        if (_entries.Count == 0)
        {
            _sweep.Change(Lifetime, Timeout.InfiniteTimeSpan);
        }

        _entries.Add(new() { Report = report, UsedAt = _clock.GetUtcNow() });
        while (_entries.Count > 1 && (_entries.Count > MostReports || _entries.Sum(entry => entry.Report.Rows.Count) > MostRows))
        {
            _entries.Remove(_entries.MinBy(entry => entry.UsedAt)!);
        }
    }

    private (int Rows, int Remaining) Note(ReconciliationReport report)
    {
        if (_counts.Count == MostCounts)
        {
            _counts.Clear();
        }

        return _counts[report.Id] = (report.Rows.Count, report.Remaining);
    }

    private sealed class Entry
    {
        public required ReconciliationReport Report { get; init; }

        public required DateTimeOffset UsedAt { get; set; }

        public long? Revision { get; set; }

        public IReadOnlyList<ReviewedRow>? Rows { get; set; }
    }
}
