namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Instants as UTC ticks, since not every database compares them in another form.</summary>
internal static class Instants
{
    public static long ToTicks(DateTimeOffset instant) => instant.UtcTicks;

    public static long? ToTicks(DateTimeOffset? instant) => instant?.UtcTicks;

    public static DateTimeOffset FromTicks(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? FromTicks(long? ticks) => ticks is { } value ? FromTicks(value) : null;
}
