namespace Kompass.Accounting;

/// <summary>Whether a linked contact can take changes and documents.</summary>
internal static class ContactStanding
{
    /// <summary>Why it cannot; null when it can.</summary>
    public static (HoldReason Reason, string Detail)? Problem(RemoteContact? contact, ContactLink link) => contact switch
    {
        null => (HoldReason.RemoteRecordMissing, $"The linked contact {link.RemoteContactId} does not exist in the connected organisation."),
        { MergedInto: { } winner } => (HoldReason.ContactMerged, $"The linked contact '{contact.Name}' was merged into contact {winner}."),
        { Status: not ContactStatus.Active } => (HoldReason.ContactArchived, $"The linked contact '{contact.Name}' is archived."),
        _ => null,
    };
}
