namespace Kompass.Xero.AspNetCore;

/// <summary>A comparison of a configuration as it stands now.</summary>
internal sealed record ReconciliationModel(Selection Selection, ReviewQuery Query) : ISelectionModel
{
    public JobStatus? Job { get; init; }

    /// <summary>True while the page reloads itself.</summary>
    public bool IsReloading => Query.IsWatched && Job is { IsUnderWay: true };

    /// <summary>When the page was made.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The comparison; null while there is none.</summary>
    public ContactReview? Review { get; init; }

    public IReadOnlyDictionary<ReviewFilter, int> Counts { get; init; } = new Dictionary<ReviewFilter, int>();

    public PageList<ReviewedRow> Rows { get; init; } = new([], 1, 0);

    /// <summary>What was decided a moment ago.</summary>
    public IReadOnlyList<ReviewedRow> Done { get; init; } = [];

    /// <summary>The names of the clients to which rows are linked that list another one.</summary>
    public IReadOnlyDictionary<ClientId, string> Names { get; init; } = new Dictionary<ClientId, string>();

    /// <summary>The rows that stay ticked.</summary>
    public IReadOnlySet<int> Ticked { get; init; } = new HashSet<int>();

    /// <summary>Why nothing was decided, or not about every row: each with the row that is meant, as far as there is one.</summary>
    public IReadOnlyList<(string? Title, string Problem)> Problems { get; init; } = [];

    /// <summary>What is wrong with an upload.</summary>
    public string? UploadProblem { get; init; }
}
