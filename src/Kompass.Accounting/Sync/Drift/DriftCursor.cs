namespace Kompass.Accounting;

/// <summary>How far the documents of a kind were looked at, in the ledger's own time.</summary>
/// <param name="From">From when on the next reading reads.</param>
/// <param name="Reached">The latest change that was seen.</param>
/// <param name="LookedAt">When the documents were last looked at, by our clock.</param>
internal sealed record DriftCursor(DateTimeOffset From, DateTimeOffset Reached, DateTimeOffset LookedAt)
{
    /// <summary>Changed-since reads may be accurate to the second alone, and may leave the instant itself out.</summary>
    public static readonly TimeSpan Accuracy = TimeSpan.FromSeconds(1);

    public static string NameFor(DocumentKind kind) => $"drift.{kind}";

    public static DriftCursor? Parse(SourceCursor? stored) =>
        stored?.Value.Split('|') is [var from, var reached, var looked]
            && long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var fromTicks)
            && long.TryParse(reached, NumberStyles.None, CultureInfo.InvariantCulture, out var reachedTicks)
            && long.TryParse(looked, NumberStyles.None, CultureInfo.InvariantCulture, out var lookedTicks)
            ? new(new(fromTicks, TimeSpan.Zero), new(reachedTicks, TimeSpan.Zero), new(lookedTicks, TimeSpan.Zero))
            : null;

    /// <summary>The cursor after a reading.</summary>
    /// <param name="read">What was read, in any order.</param>
    /// <param name="hasMore">Whether the reading stopped before the end.</param>
    /// <param name="isCrowded">Whether the overlap holds more of our own documents than a reading takes.</param>
    /// <param name="overlap">How far a reading reaches back behind what was seen last.</param>
    /// <param name="now">Our time.</param>
    public DriftCursor After(IReadOnlyCollection<RemoteDocument> read, bool hasMore, bool isCrowded, TimeSpan overlap, DateTimeOffset now)
    {
        var latest = read.Count == 0 ? Reached : read.Max(document => document.UpdatedAt);
        var reached = latest > Reached ? latest : Reached;
        if (hasMore)
        {
            return new(latest - Accuracy, reached, now);
        }

        // What came late into a crowded overlap has been read by now: it is read whole once before it is left behind.
        var from = isCrowded && latest <= Reached ? reached - Accuracy : reached - overlap;
        return new(from, reached, now);
    }

    public SourceCursor ToCursor() => new(string.Create(CultureInfo.InvariantCulture, $"{From.UtcTicks}|{Reached.UtcTicks}|{LookedAt.UtcTicks}"));
}
