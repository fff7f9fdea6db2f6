namespace Kompass.Accounting;

/// <summary>What a record is to a plan.</summary>
internal enum Relevance
{
    /// <summary>Something may have to be done about it.</summary>
    Matters,

    /// <summary>It is in the ledger as it is in Kompass.</summary>
    Unchanged,

    /// <summary>It is rightly not sent.</summary>
    NotSent,
}
