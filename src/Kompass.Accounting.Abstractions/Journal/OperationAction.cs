namespace Kompass.Accounting;

/// <summary>What an operation does in the ledger.</summary>
public enum OperationAction
{
    /// <summary>Creates a contact or document.</summary>
    Create,

    /// <summary>Updates a contact or document.</summary>
    Update,

    /// <summary>Voids a document, or deletes a draft.</summary>
    Void,

    /// <summary>Uses a credit note for an invoice.</summary>
    Allocate,

    /// <summary>Voids a document, or deletes a draft, because a person approved to undo the run that made it.</summary>
    Undo,
}
