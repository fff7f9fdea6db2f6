namespace Kompass.Accounting;

/// <summary>The three dates up to which the books are closed. A date on one of them counts as locked: how the ledger treats that day is not certain.</summary>
internal sealed class PeriodLock
{
    // The last decides between equal dates: what was filed is harder to move than a closed year, and that harder than a locked period.
    private readonly (HoldReason Reason, string Words, DateOnly Until)[] _locks;

    public PeriodLock(LedgerOrganisation organisation, DocumentSettings settings) => _locks =
    [
        .. Of(HoldReason.PeriodLocked, "the period lock date is", organisation.PeriodLockDate),
        .. Of(HoldReason.YearLocked, "the end-of-year lock date is", organisation.EndOfYearLockDate),
        .. Of(HoldReason.VatFiled, "\"VAT filed to\" is", settings.VatFiledTo),
    ];

    /// <summary>The first day on which everything may be dated; null when nothing is locked.</summary>
    public DateOnly? FirstOpenDay => _locks.Length == 0 ? null : _locks.Max(entry => entry.Until).AddDays(1);

    public bool Covers(DateOnly date) => Array.Exists(_locks, entry => date <= entry.Until);

    /// <summary>Holds what is dated in a locked period, for the lock that reaches furthest.</summary>
    /// <param name="date">The date.</param>
    /// <param name="what">What has the date, and the verb: "The document is dated".</param>
    public void Require(DateOnly date, string what)
    {
        if (Problem(date, what) is var (reason, detail))
        {
            throw new HoldException(reason, detail);
        }
    }

    /// <summary>Why nothing may be written that has the date; null when it is open.</summary>
    public (HoldReason Reason, string Detail)? Problem(DateOnly date, string what)
    {
        if (!Covers(date))
        {
            return null;
        }

        var (reason, _, until) = _locks.OrderBy(entry => entry.Until).ThenBy(entry => entry.Reason).Last();
        var others = _locks.Where(entry => date <= entry.Until && entry.Reason != reason).Select(entry => $" (and {entry.Words} {entry.Until:yyyy-MM-dd})");
        return (
            reason,
            $"{what} {date:yyyy-MM-dd}; {_locks.First(entry => entry.Reason == reason).Words} {until:yyyy-MM-dd}{string.Concat(others)}.");
    }

    private static IEnumerable<(HoldReason, string, DateOnly)> Of(HoldReason reason, string words, DateOnly? until) =>
        until is { } date ? [(reason, words, date)] : [];
}
