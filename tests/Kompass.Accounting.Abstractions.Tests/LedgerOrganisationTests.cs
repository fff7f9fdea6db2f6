using System.Globalization;

namespace Kompass.Accounting.Abstractions.Tests;

public sealed class LedgerOrganisationTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2026-03-31", null, "2026-03-31")]
    [InlineData(null, "2025-12-31", "2025-12-31")]
    [InlineData("2026-03-31", "2025-12-31", "2026-03-31")]
    [InlineData("2025-12-31", "2026-03-31", "2026-03-31")]
    [InlineData("2026-03-31", "2026-03-31", "2026-03-31")]
    public void LockedUntil_is_the_later_lock_date(string? period, string? year, string? expected) =>
        Assert.Equal(
            Day(expected),
            new LedgerOrganisation
            {
                Id = new("org"),
                Name = "Demo",
                BaseCurrency = new("GBP"),
                TimeZone = TimeZoneInfo.Utc,
                PeriodLockDate = Day(period),
                EndOfYearLockDate = Day(year),
            }.LockedUntil);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
