namespace Kompass.Accounting;

/// <summary>Whether the Clients module may be enabled.</summary>
/// <param name="IsOpen">True when it may.</param>
/// <param name="Explanation">Why, or what is missing and what to do.</param>
/// <param name="UncoveredContacts">Contacts that no client is linked to and that the latest comparison does not cover.</param>
/// <param name="UndecidedRows">Rows of the latest comparison, of high or medium confidence, that nobody decided.</param>
public sealed record InterlockState(bool IsOpen, string Explanation, int UndecidedRows = 0, int UncoveredContacts = 0);
