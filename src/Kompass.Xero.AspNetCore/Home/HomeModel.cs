namespace Kompass.Xero.AspNetCore;

/// <summary>How one configuration stands.</summary>
internal sealed record HomeModel(SyncConfiguration Configuration, string Name)
{
    /// <summary>The organisation as Xero describes it; null while it is not connected, or Xero does not answer.</summary>
    public LedgerOrganisation? Organisation { get; init; }

    public InterlockState? Interlock { get; init; }

    public SyncRun? LastRun { get; init; }

    /// <summary>The last run after which both sides of the books were equal; null when none of the latest runs was.</summary>
    public SyncRun? LastEqual { get; init; }

    /// <summary>When the worker runs it next; null where it does not.</summary>
    public DateTimeOffset? NextRun { get; init; }

    /// <summary>The time between two runs; null where the host runs no worker.</summary>
    public TimeSpan? Interval { get; init; }

    public int Held { get; init; }

    /// <summary>What the held documents come to, gross.</summary>
    public decimal HeldMoney { get; init; }

    /// <summary>The sync that was asked for last; null for none.</summary>
    public JobStatus? Job { get; init; }

    public NextStep Next => NextStep.Of(this);

    /// <summary>When the next run is, in words.</summary>
    public string NextRunText(Func<DateTimeOffset?, string> instant) => this switch
    {
        { Configuration.Connection: null } => "Not before it is connected",
        { Configuration.IsEnabled: false } => "Not before it is enabled",
        { Interval: null } => "When the host asks for it, or somebody clicks Sync now",
        { Interval: { } interval } => $"{instant(NextRun)}, then {Texts.Every(interval)}",
    };
}
