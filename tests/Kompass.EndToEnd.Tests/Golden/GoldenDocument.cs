using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>A document of Kompass, at first and at last, and what is expected of it in Xero.</summary>
internal sealed record GoldenDocument
{
    public required string File { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Invoice First { get; init; }

    /// <summary>The document as it is after the first sync; null when nothing changes.</summary>
    public Invoice? Then { get; init; }

    /// <summary>The kind, number and status in Xero; null when there is to be no document.</summary>
    public (string Kind, string Number, string Status)? Xero { get; init; }

    public required DateOnly Date { get; init; }

    public required IReadOnlyList<GoldenPosting> Postings { get; init; }

    public HoldReason? Held { get; init; }

    public SkipReason? Skipped { get; init; }

    public string? Reference { get; init; }

    public IReadOnlyList<string>? Items { get; init; }

    public (decimal Amount, string Invoice)? Allocated { get; init; }
}
