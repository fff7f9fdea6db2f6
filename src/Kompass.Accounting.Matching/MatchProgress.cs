namespace Kompass.Accounting.Matching;

/// <summary>How far a comparison has come.</summary>
/// <param name="Stage">The step that is being taken. Each step is reported once when it begins; scoring also on its way.</param>
/// <param name="Done">Left records scored so far.</param>
/// <param name="Total">Left records in all.</param>
public readonly record struct MatchProgress(MatchStage Stage, int Done, int Total);
