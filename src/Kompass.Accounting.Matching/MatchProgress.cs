namespace Kompass.Accounting.Matching;

/// <summary>How far a comparison has come.</summary>
/// <param name="Done">Left records compared so far.</param>
/// <param name="Total">Left records in all.</param>
public readonly record struct MatchProgress(int Done, int Total);
