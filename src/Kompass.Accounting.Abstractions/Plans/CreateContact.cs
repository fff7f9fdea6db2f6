namespace Kompass.Accounting;

/// <summary>Creates a contact for a client that has none.</summary>
/// <param name="Client">The client.</param>
/// <param name="Content">What is written.</param>
/// <param name="RecordHash">Hash of the client.</param>
public sealed record CreateContact(ClientId Client, ContactContent Content, string RecordHash)
    : PlannedOperation(RecordKey.Of(Client), Content.Name ?? Client.Value, RecordHash)
{
    /// <inheritdoc/>
    public override OperationAction Action => OperationAction.Create;
}
