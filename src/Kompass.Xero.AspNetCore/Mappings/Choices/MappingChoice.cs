namespace Kompass.Xero.AspNetCore;

/// <summary>Something of Xero that can be chosen.</summary>
/// <param name="Key">What is stored.</param>
/// <param name="Code">By what people know it; empty for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Label">What is shown.</param>
internal sealed record MappingChoice(string Key, string Code, string Name, string Label)
{
    /// <summary>Of tax rates: the rate.</summary>
    public decimal? Percent { get; init; }

    /// <summary>Why it cannot be chosen anew, such as archived; null when it can.</summary>
    public string? Unusable { get; init; }

    /// <summary>What holds for it although it can be chosen, such as that it takes journals only; null for nothing.</summary>
    public string? Limit { get; init; }

    /// <summary>What a person reads and types.</summary>
    public string Text => Unusable is null ? Label : $"{Label} ({Unusable})";
}
