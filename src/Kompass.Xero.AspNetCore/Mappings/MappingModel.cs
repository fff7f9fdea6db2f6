namespace Kompass.Xero.AspNetCore;

/// <summary>A page that maps codes of Kompass to records of Xero.</summary>
internal sealed record MappingModel(MappingKind Kind, Selection Selection) : ISelectionModel
{
    public MappingTexts Texts => MappingTexts.Of(Kind);

    public IReadOnlyList<MappingRow> Rows { get; init; } = [];

    public IReadOnlyList<MappingChoice> Choices { get; init; } = [];

    /// <summary>Items only.</summary>
    public string DefaultItem { get; init; } = "";

    /// <summary>Why the page cannot be used now; null when it can.</summary>
    public string? Unavailable { get; init; }

    public IReadOnlyList<string> Problems { get; init; } = [];

    public IEnumerable<MappingChoice> ChoicesFor(string chosen) =>
        Choices.Any(choice => choice.Key == chosen) || chosen.Length == 0
            ? Choices.Where(choice => choice.Unusable is null || choice.Key == chosen)
            : Choices.Where(choice => choice.Unusable is null).Prepend(new(chosen, chosen, "no longer in Xero"));
}
