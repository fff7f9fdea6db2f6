namespace Kompass.Xero;

/// <summary>Who is waiting for a call.</summary>
internal enum CallPriority
{
    /// <summary>The sync in the background: it leaves a share of the minute and of the day free.</summary>
    Sync,

    /// <summary>A person at a page.</summary>
    Interactive,
}
