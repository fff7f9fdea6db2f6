namespace Kompass.Accounting;

/// <summary>What a record is to a plan.</summary>
internal enum Relevance
{
    /// <summary>Something may have to be done about it.</summary>
    Matters,

    /// <summary>It was never sent nor held: of these a plan takes a part at a time.</summary>
    Fresh,

    /// <summary>The same, and it needs another document in the ledger first.</summary>
    FreshFollower,

    /// <summary>It is in the ledger as it is in Kompass.</summary>
    Unchanged,

    /// <summary>It is rightly not sent.</summary>
    NotSent,
}
