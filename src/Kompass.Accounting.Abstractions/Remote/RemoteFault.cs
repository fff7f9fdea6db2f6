namespace Kompass.Accounting;

/// <summary>The ways in which a call to the ledger fails as a whole.</summary>
public enum RemoteFault
{
    /// <summary>The authorisation has ended: an administrator has to authorise again.</summary>
    ReconnectRequired,

    /// <summary>The organisation is no longer connected.</summary>
    Disconnected,

    /// <summary>A permission is missing; the message names it.</summary>
    PermissionMissing,

    /// <summary>The application's own credentials or addresses are wrong.</summary>
    Configuration,

    /// <summary>A limit is used up; <see cref="RemoteLedgerException.RetryAt"/> tells until when.</summary>
    LimitReached,

    /// <summary>A record of the call does not exist; nothing was written.</summary>
    NotFound,

    /// <summary>The call was refused; nothing was written.</summary>
    Refused,

    /// <summary>The ledger cannot be reached or is in maintenance; nothing was written.</summary>
    Unavailable,

    /// <summary>A write may or may not have taken effect.</summary>
    OutcomeUnknown,
}
