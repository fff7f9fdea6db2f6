namespace Kompass.Accounting;

/// <summary>The state of a contact in the ledger.</summary>
public enum ContactStatus
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>Archived: takes no new documents, and cannot be edited from outside.</summary>
    Archived,

    /// <summary>A state that this version does not know; treated like archived.</summary>
    Other,
}
