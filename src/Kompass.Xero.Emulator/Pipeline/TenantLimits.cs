namespace Kompass.Xero.Emulator;

/// <summary>A window of fixed length that starts with the first call in it.</summary>
internal sealed class LimitWindow(TimeSpan length)
{
    private DateTimeOffset _start = DateTimeOffset.MinValue;
    private int _count;

    public int Count(DateTimeOffset now)
    {
        if (now - _start >= length)
        {
            _start = now;
            _count = 0;
        }

        return _count;
    }

    public void Add() => _count++;

    public TimeSpan Left(DateTimeOffset now) => _start + length - now;
}

/// <summary>What one organisation has used of its limits.</summary>
internal sealed class TenantLimits
{
    public LimitWindow Minute { get; } = new(TimeSpan.FromMinutes(1));

    public LimitWindow Day { get; } = new(TimeSpan.FromDays(1));

    public int InFlight { get; set; }
}
