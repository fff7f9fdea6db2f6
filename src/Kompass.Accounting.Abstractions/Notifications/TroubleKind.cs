namespace Kompass.Accounting;

/// <summary>What people are told about a sync, beside the loss of its connection and a backlog.</summary>
public enum TroubleKind
{
    /// <summary>A run failed.</summary>
    Failed,

    /// <summary>The ledger's limit for the day is used up.</summary>
    DayLimit,

    /// <summary>Records are held for one reason, however many.</summary>
    Held,
}
