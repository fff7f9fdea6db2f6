namespace Kompass.Xero;

/// <summary>
/// What of the minute the sync may have: a share at once, and the rest lent evenly spaced, so that a person who comes while all of the
/// minute is used never waits longer than that space. Nothing is lent for a minute after a person called. Not thread-safe: the gate guards it.
/// </summary>
internal sealed class MinuteShare
{
    // A timer may fire a fraction early.
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(1);

    private readonly TimeSpan _window;
    private readonly bool _lends;
    private readonly int _owned;
    private readonly TimeSpan _space;
    private readonly Queue<DateTimeOffset> _ownedSends = new();
    private DateTimeOffset _lendsAt = DateTimeOffset.MinValue;

    /// <param name="share">How many sends of a minute the sync may make at once, 1 to 60; the first of them is lent when others are.</param>
    /// <param name="lends">Whether the rest of the minute is lent.</param>
    /// <param name="window">The minute.</param>
    public MinuteShare(int share, bool lends, TimeSpan window)
    {
        _window = window;
        _lends = lends && share < RateGate.SendsPerMinute;
        _owned = _lends ? share - 1 : share;
        _space = _lends ? window / (RateGate.SendsPerMinute - _owned) : TimeSpan.Zero;
    }

    /// <summary>Lets go of what was sent more than a minute ago.</summary>
    public void Forget(DateTimeOffset now)
    {
        while (_ownedSends.TryPeek(out var oldest) && now - oldest > _window)
        {
            _ownedSends.Dequeue();
        }
    }

    public void Sent(CallPriority priority, DateTimeOffset now)
    {
        if (priority == CallPriority.Sync && Lends(now))
        {
            _lendsAt = now + _space + Grain;
            return;
        }

        _ownedSends.Enqueue(now);
        if (priority != CallPriority.Sync)
        {
            SomebodyCalled(now);
        }
    }

    /// <summary>Keeps what is not sent of the minute for people, who seldom call once.</summary>
    public void SomebodyCalled(DateTimeOffset now) => _lendsAt = now + _window;

    /// <summary>From when on the sync may send once more.</summary>
    public DateTimeOffset Due(DateTimeOffset now)
    {
        if (_ownedSends.Count < _owned || Lends(now))
        {
            return now;
        }

        // People's sends count too, so that the sync gives back what they took.
        var opens = _owned == 0 ? DateTimeOffset.MaxValue : _ownedSends.ElementAt(_ownedSends.Count - _owned) + _window + Grain;
        return _lends && _lendsAt < opens ? _lendsAt : opens;
    }

    private bool Lends(DateTimeOffset now) => _lends && now >= _lendsAt;
}
