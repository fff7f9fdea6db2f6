namespace Kompass.Xero.Emulator;

/// <summary>Which dead documents give their number back.</summary>
public enum NumberReuse
{
    /// <summary>Deleted ones; voided ones keep theirs.</summary>
    AfterDeleted,

    /// <summary>Deleted and voided ones.</summary>
    AfterDeletedOrVoided,

    /// <summary>None.</summary>
    Never,
}
