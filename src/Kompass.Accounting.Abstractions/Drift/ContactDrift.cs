namespace Kompass.Accounting;

/// <summary>A link whose contact somebody changed in the ledger: archived, renamed, merged, gone, or back as it was.</summary>
/// <param name="Before">The link as it stands.</param>
/// <param name="After">The link as it is to be, with what was done; where a merge was followed, to the contact that stayed.</param>
public sealed record ContactDrift(ContactLink Before, ContactLink After)
{
    /// <summary>True when the client is linked to another contact from now on.</summary>
    public bool IsMove => Before.RemoteContactId != After.RemoteContactId;
}
