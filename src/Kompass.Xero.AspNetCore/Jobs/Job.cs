namespace Kompass.Xero.AspNetCore;

internal sealed record Job(JobKind Kind, ConfigurationId ConfigurationId, AdminUser User)
{
    /// <summary>The run whose undo is planned; null otherwise.</summary>
    public RunId? Run { get; init; }

    /// <summary>The approved plan of an undo; null otherwise.</summary>
    public UndoPlan? Undo { get; init; }

    /// <summary>The plan that a sync sends, as it was looked at; null where it plans by itself.</summary>
    public SyncPlan? Plan { get; init; }
}
