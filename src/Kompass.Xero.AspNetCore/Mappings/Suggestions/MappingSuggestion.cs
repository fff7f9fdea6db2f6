namespace Kompass.Xero.AspNetCore;

/// <summary>What is suggested, or why nothing is.</summary>
/// <param name="Choice">The choice; null where several would do equally.</param>
/// <param name="Why">By what it was found, or found to be ambiguous, such as <c>same code</c>.</param>
internal sealed record MappingSuggestion(MappingChoice? Choice, string Why)
{
    public override string ToString() => Choice is null
        ? $"Nothing is suggested: several in Xero have the {Why}. Choose one."
        : $"Suggested: {Choice.Label} ({Why})";
}
