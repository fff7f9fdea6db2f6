namespace Kompass.Accounting;

/// <summary>How a reviewed file is imported.</summary>
/// <param name="RequestedBy">Who answers for the decisions.</param>
/// <param name="DryRun">True to show what would change and change nothing.</param>
public sealed record ImportOptions(string RequestedBy, bool DryRun);
