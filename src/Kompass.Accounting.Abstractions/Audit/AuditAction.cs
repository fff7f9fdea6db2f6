namespace Kompass.Accounting;

/// <summary>What a person decided.</summary>
public enum AuditAction
{
    /// <summary>A configuration was created.</summary>
    Create,

    /// <summary>Settings were changed: enabled, disabled, modules, cut-over date, defaults and the like.</summary>
    Configure,

    /// <summary>Codes were mapped.</summary>
    Map,

    /// <summary>The interlock was overridden.</summary>
    OverrideInterlock,

    /// <summary>What piled up during a long absence was released.</summary>
    ReleaseBacklog,

    /// <summary>An organisation was connected.</summary>
    Connect,

    /// <summary>An organisation that is not the one connected before was confirmed.</summary>
    Confirm,

    /// <summary>The connection was ended.</summary>
    Disconnect,

    /// <summary>A link was added.</summary>
    Link,

    /// <summary>A link was removed.</summary>
    Unlink,

    /// <summary>A record was linked to another contact or document.</summary>
    Relink,

    /// <summary>A reviewed file was imported.</summary>
    Import,

    /// <summary>A reviewer decided to create or to ignore.</summary>
    Decide,

    /// <summary>A held record was tried again.</summary>
    Retry,

    /// <summary>A record was skipped on purpose.</summary>
    Skip,

    /// <summary>A record is no longer skipped.</summary>
    Unskip,

    /// <summary>A hold was ended by a decision.</summary>
    Release,

    /// <summary>It was acknowledged that the ledger reminds customers of overdue invoices.</summary>
    AcknowledgeReminders,

    /// <summary>A pilot began or ended.</summary>
    Pilot,

    /// <summary>A comparison of documents was kept: its links and holds.</summary>
    CompareDocuments,

    /// <summary>An earlier integration's records were taken over.</summary>
    TakeOver,

    /// <summary>A takeover was taken back.</summary>
    RevertTakeOver,

    /// <summary>The undo of a run was approved.</summary>
    Undo,

    /// <summary>Something else, which the texts of the entry name.</summary>
    Other,
}
