using Microsoft.Extensions.Time.Testing;

namespace Kompass.Accounting.StoreConformance;

/// <summary>A clock that the tests advance. A timer that is due at once runs on another thread, as the system's does.</summary>
public sealed class StoreClock() : FakeTimeProvider(new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero))
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime == TimeSpan.Zero ? System.CreateTimer(callback, state, dueTime, period) : base.CreateTimer(callback, state, dueTime, period);
}
