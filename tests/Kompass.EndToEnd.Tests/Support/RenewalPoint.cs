namespace Kompass.EndToEnd.Tests;

/// <summary>The points of a renewal between which a process can die.</summary>
internal enum RenewalPoint
{
    /// <summary>The lease is taken, Xero was not asked.</summary>
    BeforeTheCall,

    /// <summary>Xero has rotated, the new tokens are not stored.</summary>
    BeforeTheCommit,

    /// <summary>The new tokens are stored, nobody has them, and the lease stands.</summary>
    AfterTheCommit,
}
