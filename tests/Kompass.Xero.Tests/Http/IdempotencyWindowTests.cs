namespace Kompass.Xero.Tests;

public sealed class IdempotencyWindowTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(420, false)]
    public void IsOpen_age_and_flight_together_stay_under_six_minutes(int seconds, bool expected) =>
        Assert.Equal(expected, IdempotencyWindow.IsOpen(Clock.Start, Clock.Start.AddSeconds(seconds), TimeSpan.FromMinutes(5)));
}
