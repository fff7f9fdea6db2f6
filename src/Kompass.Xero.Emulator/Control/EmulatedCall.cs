namespace Kompass.Xero.Emulator;

/// <summary>One call that reached the emulator. Immutable.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Query">The query string with its question mark, or nothing.</param>
/// <param name="TenantId">The organisation, if the call named one that it may use.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="IdempotencyKey">The idempotency key of a write.</param>
/// <param name="Elements">The number of elements posted.</param>
public sealed record EmulatedCall(
    DateTimeOffset At, string Method, string Path, string Query, Guid? TenantId, int Status, string? IdempotencyKey, int Elements)
{
    /// <summary>Whether the answer came from the idempotency store and nothing was done.</summary>
    public bool IsReplay { get; init; }

    /// <summary>Whether the answer was sent on its way to the caller.</summary>
    public bool IsAnswered { get; init; } = true;

    /// <summary>Whether it filtered or sorted by what Xero has no index for, which fails on large organisations.</summary>
    public bool UsesUnindexedFilter { get; init; }

    /// <summary>The bytes of the answer's body.</summary>
    public int Bytes { get; init; }

    /// <summary>Whether it went to the accounting API.</summary>
    public bool IsAccounting => AccountingPipeline.Serves(Path);
}
