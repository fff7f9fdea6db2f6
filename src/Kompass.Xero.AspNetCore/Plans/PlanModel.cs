namespace Kompass.Xero.AspNetCore;

/// <summary>The page Plan.</summary>
internal sealed record PlanModel(Selection Selection) : ISelectionModel
{
    public JobStatus? Job { get; init; }

    public PlanOutline? Outline { get; init; }

    /// <summary>The group whose changes are listed; null for none.</summary>
    public PlanGroup? Shown { get; init; }

    public PageList<PlanLine> Lines { get; init; } = new([], 1, 0);
}
