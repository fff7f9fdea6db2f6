namespace Kompass.Accounting;

/// <summary>What a comparison makes of a Kompass document that was never sent.</summary>
public enum DocumentFate
{
    /// <summary>Nothing in the ledger stands for it: the sync creates it.</summary>
    Create,

    /// <summary>A document in the ledger is this one beyond doubt: it is linked, and never sent.</summary>
    Link,

    /// <summary>A document in the ledger may be this one: it is held until a person has decided.</summary>
    Hold,
}
