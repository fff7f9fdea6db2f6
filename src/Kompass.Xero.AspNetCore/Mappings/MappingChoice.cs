namespace Kompass.Xero.AspNetCore;

/// <summary>Something of Xero that can be chosen.</summary>
/// <param name="Key">What is stored.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Unusable">Why it cannot be chosen anew, such as archived; null when it can.</param>
internal sealed record MappingChoice(string Key, string Label, string? Unusable);
