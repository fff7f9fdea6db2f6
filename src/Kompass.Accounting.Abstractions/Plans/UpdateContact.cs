namespace Kompass.Accounting;

/// <summary>Updates the contact of a linked client, if it is still as it was observed.</summary>
/// <param name="Link">The link.</param>
/// <param name="Observed">The contact as it was when the plan was made.</param>
/// <param name="Content">The members to write.</param>
/// <param name="RecordHash">Hash of the client.</param>
public sealed record UpdateContact(ContactLink Link, RemoteContact Observed, ContactContent Content, string RecordHash)
    : PlannedOperation(RecordKey.Of(Link.ClientId), Observed.Name, RecordHash)
{
    /// <inheritdoc/>
    public override OperationAction Action => OperationAction.Update;
}
