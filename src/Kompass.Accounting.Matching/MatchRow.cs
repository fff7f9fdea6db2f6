namespace Kompass.Accounting.Matching;

/// <summary>What was found for one record of the left side.</summary>
/// <param name="LeftKey">Key of the record on the left side.</param>
/// <param name="Assigned">The one candidate that is this row's alone, or null. No right record is assigned twice. Its band may be
/// <see cref="MatchBand.None"/>: the best guess there is, but none to act upon.</param>
/// <param name="Candidates">The best candidates, most confident first; equals in the ordinal order of their keys.</param>
/// <param name="Reason">The reason of the assignment, or why nothing was assigned: "two clients fit equally".</param>
public sealed record MatchRow(string LeftKey, MatchCandidate? Assigned, IReadOnlyList<MatchCandidate> Candidates, string Reason);
