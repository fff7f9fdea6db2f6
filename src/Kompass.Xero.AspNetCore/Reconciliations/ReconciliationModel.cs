namespace Kompass.Xero.AspNetCore;

/// <summary>The latest comparison of a configuration.</summary>
internal sealed record ReconciliationModel(Selection Selection) : ISelectionModel
{
    public JobStatus? Job { get; init; }

    public ReconciliationReport? Report { get; init; }

    public PageList<ReconciliationRow> Rows { get; init; } = new([], 1, 0);

    /// <summary>What is wrong with an upload.</summary>
    public string? UploadProblem { get; init; }
}
