namespace Kompass.Accounting;

/// <summary>How a document of Kompass and what people entered in the ledger compare.</summary>
public enum ShadowStatus
{
    /// <summary>The sync would have written the same.</summary>
    Equal,

    /// <summary>The sync would have written something else.</summary>
    Differs,

    /// <summary>Nobody entered it, and the sync would have created it.</summary>
    OnlyInKompass,

    /// <summary>Nobody entered it, and the sync would have held it.</summary>
    Held,

    /// <summary>Somebody entered it, and Kompass has nothing of the kind to send.</summary>
    OnlyInLedger,
}
