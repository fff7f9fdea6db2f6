namespace Kompass.Accounting;

/// <summary>Some consecutive changes of a source, and the place behind them.</summary>
/// <param name="Items">The changes, oldest first; a record changed twice may appear once, as it stands now.</param>
/// <param name="Next">Where to continue: passed back as <c>after</c> to see only what changed later.</param>
public sealed record SourcePage<TKey, TRecord>(IReadOnlyList<SourceItem<TKey, TRecord>> Items, SourceCursor Next)
    where TKey : struct
    where TRecord : class;
