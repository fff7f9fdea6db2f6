namespace Kompass.Xero.Tests;

public sealed class RateLimitProblemTests
{
    [Theory]
    [InlineData("Minute", "22", "minute", 0, 4539, 9938)]
    [InlineData("Day", "66975", "day", 12, 0, 9938)]
    [InlineData("Day", "66975", "Daily", null, null, null)]
    [InlineData("AppMinute", null, "appminute", 10, 400, 0)]
    [InlineData("AppMinute", null, "app", null, null, null)]
    [InlineData("Minute", "22", null, null, null, null)]
    [InlineData("Concurrent", null, null, 30, 4000, 9000)]
    [InlineData("Concurrent", null, "concurrent", 30, 4000, 9000)]
    [InlineData("Day", "100", "minute", 0, 0, 9000)]
    public void Read_limit_is_told_by_what_stands_at_zero(string expected, string? retryAfter, string? text, int? minute, int? day, int? app)
    {
        using var response = StubXero.Answer(System.Net.HttpStatusCode.TooManyRequests, "");
        Add("retry-after", retryAfter);
        Add("x-rate-limit-problem", text);
        Add("x-minlimit-remaining", minute?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("x-daylimit-remaining", day?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("x-appminlimit-remaining", app?.ToString(System.Globalization.CultureInfo.InvariantCulture));

        var problem = RateLimitProblem.Read(response, Clock.Start);

        Assert.Equal(expected, problem.Kind.ToString());
        Assert.Equal(retryAfter is null ? null : TimeSpan.FromSeconds(int.Parse(retryAfter, System.Globalization.CultureInfo.InvariantCulture)), problem.RetryAfter);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
