namespace Kompass.Accounting.Matching;

/// <summary>A set of records, kept up as they change, that finds those which look like a given one. Thread-safe.</summary>
/// <remarks>
/// Unlike <see cref="INameMatcher.Match"/> it judges each pair alone: two equal look-alikes are both reported with full confidence,
/// because here the question is whether there is one at all. It answers at once whatever the records are: where more than 2,048 of them, and
/// more than a quarter, share even the rarest word of a name, nothing tells them apart, and the first of them speak for all.
/// </remarks>
public interface ILookAlikeIndex
{
    /// <summary>The records that look like the given one, most confident first; equals in the ordinal order of their keys.</summary>
    /// <param name="record">The record to look for. Its key is of another side and is not compared.</param>
    /// <param name="atLeast">The lowest band to report. Default <see cref="MatchBand.Medium"/>.</param>
    /// <param name="maximum">
    /// The most records to report, at least 1. Default 5. Never more than the <see cref="MatchOptions.MaximumCandidates"/> of the index
    /// are reported, 20 by default, since no more are looked at closely.
    /// </param>
    /// <exception cref="ArgumentNullException">The record is null.</exception>
    /// <exception cref="ArgumentException">The record has no key.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> is less than 1, or <paramref name="atLeast"/> is no band.</exception>
    IReadOnlyList<MatchCandidate> Find(MatchRecord record, MatchBand atLeast = MatchBand.Medium, int maximum = 5);

    /// <summary>Adds a record, or replaces the one with the same key.</summary>
    /// <param name="record">The record as it is now.</param>
    /// <exception cref="ArgumentNullException">The record is null.</exception>
    /// <exception cref="ArgumentException">The record has no key. The index is as before.</exception>
    void Upsert(MatchRecord record);

    /// <summary>Removes a record. An unknown key is no error.</summary>
    /// <param name="key">The key of the record.</param>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    void Remove(string key);
}
