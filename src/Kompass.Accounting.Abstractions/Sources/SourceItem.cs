namespace Kompass.Accounting;

/// <summary>One change in a source: a record as it stands now, or a tombstone.</summary>
/// <param name="Key">The record's key.</param>
/// <param name="Version">Grows with each change of the record; opaque, compared ordinally for equality only.</param>
/// <param name="Record">The record; null when it was deleted.</param>
public sealed record SourceItem<TKey, TRecord>(TKey Key, string Version, TRecord? Record)
    where TKey : struct
    where TRecord : class
{
    /// <summary>True when the record was deleted in Kompass.</summary>
    public bool IsTombstone => Record is null;
}
