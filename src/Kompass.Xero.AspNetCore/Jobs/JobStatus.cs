namespace Kompass.Xero.AspNetCore;

/// <summary>How far a job has come, as the pages of this process know it.</summary>
internal sealed record JobStatus(Job Job, JobState State, DateTimeOffset AskedAt)
{
    public SyncProgress Progress { get; init; }

    public string? Message { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public bool IsUnderWay => State is JobState.Waiting or JobState.Running;
}
