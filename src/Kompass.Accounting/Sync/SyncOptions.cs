namespace Kompass.Accounting;

/// <summary>The times that the engine keeps. The defaults are right for everybody who has no reason to change them.</summary>
public sealed class SyncOptions
{
    /// <summary>How long a lease lasts before it must be renewed. Default: 60 seconds; at least 10 seconds.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long one writing call may take at most, its waiting for a place and its resends included: nothing of it is sent later.
    /// A call that takes longer is given up, and its outcome is settled by reading. Default: 3 minutes.
    /// </summary>
    public TimeSpan LongestCall { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>
    /// How long a writing call that is under way may still take once the run is cancelled, as at the end of the process; then it is given
    /// up, and its outcome is settled by reading. Keep it well under the host's shutdown time-out. Default: 10 seconds; zero or more.
    /// </summary>
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a request may travel at most. A record that was not found is believed absent only when more than this
    /// has passed since it may have been sent, that is after <see cref="LongestCall"/>. Default: 5 minutes.
    /// </summary>
    public TimeSpan LongestFlight { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How far a changed-since read reaches back behind what was seen last. Default: 5 minutes.</summary>
    public TimeSpan Overlap { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// After how long without a run a background run no longer sends by itself what piled up: it plans, shows the plan's figures in
    /// <see cref="SyncConfiguration.Backlog"/>, tells the recipients once, and waits for
    /// <see cref="IConfigurationManager.ReleaseBacklogAsync"/>. A plan that somebody applies is not held.
    /// Default: 14 days; at least 1 hour; <see cref="Timeout.InfiniteTimeSpan"/> never waits.
    /// </summary>
    public TimeSpan LongestAbsence { get; set; } = TimeSpan.FromDays(14);

    /// <summary>After how many batches in a row with an unknown outcome a run stops. Default: 3; at least 1.</summary>
    public int MaximumUnknownBatches { get; set; } = 3;

    /// <summary>
    /// How many documents that were never sent a run plans and sends before it plans the next ones, so that a large first load does
    /// not need memory for all of them. Default: 10,000; at least 1.
    /// </summary>
    public int DocumentsAtOnce { get; set; } = 10_000;

    /// <summary>
    /// How long after it last looked a run looks again at what people did in the ledger to the documents that were sent: one call for each
    /// kind of documents. Default: 10 minutes; <see cref="Timeout.InfiniteTimeSpan"/> never looks.
    /// </summary>
    public TimeSpan DriftInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How many changed documents of a kind a run looks at; the next run goes on from there. Default: 1,000, which one call brings; at least 1.
    /// </summary>
    public int DocumentsLookedAtOnce { get; set; } = 1000;

    /// <summary>
    /// How long settled operations and ended runs stay in the journal before <see cref="IJournalUpkeep"/> moves them to its archive, in the
    /// same database. Nothing is deleted, and what is asked for is found there too. Default: 400 days, which leaves the records of the
    /// year before at hand; at least 1 day; <see cref="Timeout.InfiniteTimeSpan"/> archives nothing.
    /// </summary>
    public TimeSpan JournalRetention { get; set; } = TimeSpan.FromDays(400);
}
