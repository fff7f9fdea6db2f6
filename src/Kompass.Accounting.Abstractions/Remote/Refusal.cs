namespace Kompass.Accounting;

/// <summary>Why the ledger refused one element of a batch.</summary>
/// <param name="Kind">The cause, as far as it is known.</param>
/// <param name="Messages">The ledger's own words, one or more.</param>
public sealed record Refusal(RefusalKind Kind, IReadOnlyList<string> Messages)
{
    /// <summary>The messages as one text.</summary>
    public override string ToString() => string.Join(" ", Messages);
}
