namespace Kompass.Accounting;

/// <summary>A change that waits in the inbox.</summary>
/// <param name="Sequence">Grows within an organisation with each change that is stored, and is never used again.</param>
/// <param name="Change">The change.</param>
public sealed record StoredChange(long Sequence, RemoteChange Change);
