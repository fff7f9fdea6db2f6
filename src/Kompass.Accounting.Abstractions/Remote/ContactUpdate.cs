namespace Kompass.Accounting;

/// <summary>A change of one existing contact, always by its id and never by its name.</summary>
/// <param name="Current">The contact as it was just read by id.</param>
/// <param name="Content">The members to write; null members stay as they are.</param>
public sealed record ContactUpdate(RemoteContact Current, ContactContent Content)
{
    /// <summary>The contact.</summary>
    public RemoteContactId Id => Current.Id;
}
