namespace Kompass.Accounting;

/// <summary>
/// How often an organisation is run for what the ledger tells: some runs at once, then one now and then, so that a storm of changes never
/// spends the calls of the day. What waits longer is seen by the run that comes anyway.
/// </summary>
internal sealed class ChangePace
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Each = TimeSpan.FromMinutes(5);

    private DateTimeOffset _paidUntil = DateTimeOffset.MinValue;

    public bool HasRun(DateTimeOffset now) => _paidUntil - now <= (AtOnce - 1) * Each;

    public void Take(DateTimeOffset now) => _paidUntil = (_paidUntil > now ? _paidUntil : now) + Each;
}
