namespace Kompass.Xero.Emulator;

/// <summary>One organisation: its current books and what the limiter and the idempotency store remember of it.</summary>
internal sealed class Organisation(BooksState state, TenantLimits limits)
{
    /// <summary>The seed that its data came from.</summary>
    public required string Seed { get; init; }

    public Guid Id { get; } = state.Organisation.Id;

    public BooksState State { get; set; } = state;

    public TenantLimits Limits { get; } = limits;

    public IdempotencyStore Idempotency { get; } = new();
}
