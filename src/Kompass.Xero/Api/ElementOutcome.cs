namespace Kompass.Xero;

/// <summary>What became of one element of a written batch.</summary>
internal enum ElementFate
{
    /// <summary>Stored, with an id.</summary>
    Stored,

    /// <summary>Refused; nothing was stored.</summary>
    Refused,

    /// <summary>The answer contradicts itself or does not name the element: to be settled by reading.</summary>
    Unknown,
}

/// <param name="Fate">What became of it.</param>
/// <param name="Element">The record as Xero echoes it; null when the answer does not contain it.</param>
/// <param name="Errors">Why it was refused.</param>
/// <param name="Warnings">What Xero remarked on, stored or not.</param>
internal sealed record ElementOutcome<T>(ElementFate Fate, T? Element, IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings)
    where T : class;
