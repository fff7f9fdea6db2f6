namespace Kompass.Accounting;

internal static class PeriodLock
{
    /// <summary>A date on the lock date counts as locked: how the ledger treats that day is not certain.</summary>
    public static void Require(DateOnly date, DateOnly? lockedUntil)
    {
        if (date <= lockedUntil)
        {
            throw new HoldException(
                HoldReason.PeriodLocked,
                $"The document is dated {date:yyyy-MM-dd}; the books are locked up to {lockedUntil:yyyy-MM-dd}.");
        }
    }
}
