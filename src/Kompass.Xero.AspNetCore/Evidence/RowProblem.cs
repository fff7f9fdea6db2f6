namespace Kompass.Xero.AspNetCore;

/// <summary>Why nothing was decided about a row.</summary>
/// <param name="Text">What stands in the way, and what to do.</param>
/// <param name="IsChoice">True when another client was to be chosen.</param>
/// <param name="Chosen">The client that was chosen; null when none was.</param>
internal sealed record RowProblem(string Text, bool IsChoice, ClientId? Chosen);
