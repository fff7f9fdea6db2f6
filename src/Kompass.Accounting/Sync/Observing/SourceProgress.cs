namespace Kompass.Accounting;

/// <summary>How far the sources were read, and under what circumstances: what a later run builds on.</summary>
internal sealed record SourceProgress
{
    /// <summary>A digest of everything but the sources that decides what becomes of a record; without the links and the holds.</summary>
    public required string Circumstances { get; init; }

    /// <summary>
    /// A digest of the contact links and of what is held. Whoever unlinks a client, or ends a hold other than by planning the record
    /// anew, changes it, and so has every record looked at again.
    /// </summary>
    public required ulong Remembered { get; init; }

    /// <summary>When the sources were last read whole.</summary>
    public required DateTimeOffset WholeAt { get; init; }

    /// <summary>The places behind what was read, by the name of the source.</summary>
    public required IReadOnlyDictionary<string, SourceCursor> Cursors { get; init; }

    /// <summary>The places where the run before had arrived: a run reads from there, so that what came late is not missed.</summary>
    public IReadOnlyDictionary<string, SourceCursor> Before { get; init; } = new Dictionary<string, SourceCursor>();

    /// <summary>What shows the next run that nothing changed, if nothing did; null when there was something to do, or something waits.</summary>
    public StillPoint? Still { get; init; }
}
