namespace Kompass.Xero.AspNetCore;

/// <summary>A code of Kompass and what it is mapped to.</summary>
/// <param name="Number">Its place in the list, from 1; 0 for the default item.</param>
/// <param name="Subject">The code, with its name and rate.</param>
/// <param name="Name">What is shown.</param>
/// <param name="Stored">The key that is stored; empty for none.</param>
internal sealed record MappingRow(int Number, MappingSubject Subject, string Name, string Stored)
{
    public string Code => Subject.Code;

    /// <summary>The key that is chosen, or what was typed and could not be understood.</summary>
    public string Chosen { get; init; } = Stored;

    public MappingSuggestion? Suggestion { get; init; }

    /// <summary>What is wrong with the mapping as it stands; null when nothing is.</summary>
    public string? Warning { get; init; }

    /// <summary>Why it was not saved; null when it can be.</summary>
    public string? Problem { get; init; }

    /// <summary>True where the suggestion was filled in and is not saved yet.</summary>
    public bool IsFilled { get; init; }

    public string FieldId => Number == 0 ? "default" : $"map-{Number}";

    public string FieldName => Number == 0 ? "default" : $"map.{Code}";
}
