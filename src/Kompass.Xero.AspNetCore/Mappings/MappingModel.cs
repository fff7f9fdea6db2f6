namespace Kompass.Xero.AspNetCore;

/// <summary>A page that maps codes of Kompass to records of Xero.</summary>
internal sealed record MappingModel(MappingKind Kind, Selection Selection) : ISelectionModel
{
    public MappingTexts Texts => MappingTexts.Of(Kind);

    /// <summary>All rows; one page of them is shown.</summary>
    public IReadOnlyList<MappingRow> Rows { get; init; } = [];

    public int Page { get; init; } = 1;

    public MappingChoices Choices { get; init; } = new([]);

    /// <summary>How the choices are offered on the page.</summary>
    public MappingOffer Offer { get; init; } = new(true, [], 0);

    /// <summary>Items only: the row of the default item; null elsewhere.</summary>
    public MappingRow? DefaultItem { get; init; }

    /// <summary>Accounts only: what is wrong with the Account default; null when nothing is.</summary>
    public string? DefaultWarning { get; init; }

    public IReadOnlyList<TaxClash> Clashes { get; init; } = [];

    /// <summary>A part of what is to be offered, where not everything can be.</summary>
    public string Find { get; init; } = "";

    /// <summary>What was just done without being saved; null for nothing.</summary>
    public string? Done { get; init; }

    /// <summary>Why the page cannot be used now; null when it can.</summary>
    public string? Unavailable { get; init; }

    /// <summary>Why nothing, or not everything, was saved.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>True where something was typed that is not among the choices.</summary>
    public bool HasUnknown => Rows.Any(row => row.Problem is not null);

    public PageList<MappingRow> Shown => new([.. Rows.Skip((Page - 1) * PageList.Size).Take(PageList.Size)], Page, Rows.Count);

    public IReadOnlyList<MappingRow> Warned => [.. (DefaultItem is null ? Rows : Rows.Prepend(DefaultItem)).Where(row => row.Warning is not null)];
}
