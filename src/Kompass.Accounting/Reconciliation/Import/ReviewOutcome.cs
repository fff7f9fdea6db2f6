namespace Kompass.Accounting;

/// <summary>What a review file asks for.</summary>
internal sealed record ReviewOutcome(
    IReadOnlyList<ContactLink> Links,
    int AlreadyLinked,
    IReadOnlyList<ContactDecision> Decisions,
    IReadOnlyList<ImportChange> Changes,
    IReadOnlyList<ImportIssue> Errors,
    IReadOnlyList<ImportIssue> Warnings);
