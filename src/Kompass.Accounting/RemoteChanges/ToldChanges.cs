namespace Kompass.Accounting;

/// <summary>What the ledger had told of changes when a run began, which the run looks at whatever the interval says.</summary>
internal sealed class ToldChanges(IReadOnlyCollection<WaitingChanges> waiting)
{
    public static ToldChanges None { get; } = new([]);

    /// <summary>The last of what had been told; null for nothing.</summary>
    public long? Last { get; } = waiting.Count == 0 ? null : waiting.Max(changes => changes.Last);

    /// <summary>Whether the run could not look at all of it, so that the next one has to.</summary>
    public bool IsMissed { get; private set; }

    public bool IsAbout(DocumentKind kind) => waiting.Any(changes => changes.Kind == KindOf(kind));

    /// <summary>Says that the documents could not be looked at.</summary>
    public void Miss() => IsMissed = Last is not null;

    /// <summary>Says that documents of a kind were looked at, and whether there are more of them.</summary>
    public void MissIf(bool hasMore, DocumentKind kind) => IsMissed |= hasMore && IsAbout(kind);

    private static RemoteChangeKind? KindOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Invoice => RemoteChangeKind.Invoice,
        DocumentKind.CreditNote => RemoteChangeKind.CreditNote,
        _ => null,
    };
}
