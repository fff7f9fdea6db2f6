namespace Kompass.Accounting;

/// <summary>One run of the sync.</summary>
public sealed record SyncRun
{
    /// <summary>Its id.</summary>
    public required RunId Id { get; init; }

    /// <summary>The configuration.</summary>
    public required ConfigurationId ConfigurationId { get; init; }

    /// <summary>The organisation in the ledger.</summary>
    public required RemoteOrganisationId RemoteOrganisationId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it runs, and for ever if the process died.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How it ended; null while it runs.</summary>
    public SyncOutcome? Outcome { get; init; }

    /// <summary>What it did.</summary>
    public SyncCounts Counts { get; init; } = new();

    /// <summary>What to tell a person about the end; null when there is nothing to tell.</summary>
    public string? Message { get; init; }

    /// <summary>Both sides of the books when it ended; null when it did not come to its end.</summary>
    public TieOut? TieOut { get; init; }
}
