namespace Kompass.Xero;

/// <summary>What is left of Xero's day, as far as its answers tell. Not thread-safe: the gate guards it.</summary>
internal sealed class DayBudget(int reserve, TimeSpan probeAfter)
{
    private int? _left;
    private DateTimeOffset? _parkedUntil;
    private DateTimeOffset? _syncParkedUntil;

    public void Report(int left)
    {
        _left = left;
        _syncParkedUntil = left > reserve ? null : _syncParkedUntil;
    }

    public void Count() => _left--;

    public void Park(DateTimeOffset until) => _parkedUntil = until < _parkedUntil ? _parkedUntil : until;

    /// <summary>Calls left of the day, none while it is parked; null when nobody knows.</summary>
    public int? Left(DateTimeOffset now) =>
        now < _parkedUntil ? 0 : _parkedUntil is null && _left is { } left ? Math.Max(0, left) : null;

    /// <summary>Until when calls of the sync are refused, as far as is known; null when they are not.</summary>
    public DateTimeOffset? SyncParkedUntil(DateTimeOffset now) =>
        now < _parkedUntil ? _parkedUntil : _parkedUntil is null && now < _syncParkedUntil ? _syncParkedUntil : null;

    /// <summary>
    /// Until when a call of this priority is refused, or <see langword="null"/>. Only a 429 tells when the day ends; when the budget
    /// alone runs out, one call may ask again after a while.
    /// </summary>
    public DateTimeOffset? RefusedUntil(CallPriority priority, DateTimeOffset now)
    {
        if (_parkedUntil is { } until)
        {
            if (now < until)
            {
                return until;
            }

            // What is left of the new day nobody knows yet; numbers that came before its beginning are of the old one.
            _parkedUntil = null;
            _syncParkedUntil = null;
            _left = null;
        }

        if (_left is not { } left)
        {
            return null;
        }

        if (left <= 0)
        {
            _parkedUntil = now + probeAfter;
            return _parkedUntil;
        }

        if (priority != CallPriority.Sync || left > reserve)
        {
            return null;
        }

        _syncParkedUntil ??= now + probeAfter;
        if (now < _syncParkedUntil)
        {
            return _syncParkedUntil;
        }

        _left = null;
        _syncParkedUntil = null;
        return null;
    }
}
