namespace Kompass.Accounting;

/// <summary>A change of one existing contact, always by its id and never by its name.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Content">The members to write; null members stay as they are.</param>
public sealed record ContactUpdate(RemoteContactId Id, ContactContent Content);
