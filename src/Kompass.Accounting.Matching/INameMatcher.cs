namespace Kompass.Accounting.Matching;

/// <summary>Finds which record of one list is which record of another.</summary>
/// <remarks>
/// Implementations are pure and thread-safe: the same records give the same answer whatever their order,
/// the current culture or the clock, and no string makes them throw.
/// </remarks>
public interface INameMatcher
{
    /// <summary>Compares two lists and assigns records one-to-one.</summary>
    /// <param name="left">The records that get a row each, such as a ledger's contacts.</param>
    /// <param name="right">The records they are looked up among, such as our clients.</param>
    /// <param name="options">Bands, fields and limits; null for the defaults.</param>
    /// <param name="progress">Told about every hundredth part of the left list, and at the end.</param>
    /// <param name="cancellationToken">Looked at between records.</param>
    /// <exception cref="ArgumentNullException">A list or a record is null.</exception>
    /// <exception cref="ArgumentException">A key is null or occurs twice on its side, or the options are out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    MatchResult Match(
        IReadOnlyList<MatchRecord> left,
        IReadOnlyList<MatchRecord> right,
        MatchOptions? options = null,
        IProgress<MatchProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>Makes an index that answers "is there already something like this?" for one record at a time.</summary>
    /// <param name="records">The records to start with.</param>
    /// <param name="options">Bands, fields and limits; null for the defaults.</param>
    /// <exception cref="ArgumentNullException">The records, or one of them, are null.</exception>
    /// <exception cref="ArgumentException">A key is null or occurs twice, or the options are out of range.</exception>
    ILookAlikeIndex CreateIndex(IEnumerable<MatchRecord> records, MatchOptions? options = null);
}
