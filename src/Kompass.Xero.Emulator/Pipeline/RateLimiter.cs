using System.Globalization;

namespace Kompass.Xero.Emulator;

/// <summary>The four limits with their headers.</summary>
internal sealed class RateLimiter(EmulatorOptions options)
{
    private readonly LimitWindow _app = new(TimeSpan.FromMinutes(1));

    /// <summary>Counts the call, or answers 429 without counting it. Rapid sync lifts the limits of minute and day.</summary>
    public EmulatedResponse? Admit(TenantLimits tenant, DateTimeOffset now, bool isLifted = false)
    {
        if (tenant.InFlight > options.Concurrent)
        {
            return Refuse("concurrent", null);
        }

        if (!isLifted && tenant.Minute.Count(now) >= options.PerMinute)
        {
            return Refuse("minute", tenant.Minute.Left(now));
        }

        if (!isLifted && tenant.Day.Count(now) >= options.PerDay)
        {
            return Refuse("day", tenant.Day.Left(now));
        }

        if (_app.Count(now) >= options.AppPerMinute)
        {
            return Refuse("appminute", null);
        }

        if (!isLifted)
        {
            tenant.Minute.Add();
            tenant.Day.Add();
        }

        _app.Add();
        return null;
    }

    /// <summary>A 429 of one kind; only minute and day limits say when to come back.</summary>
    public EmulatedResponse Refuse(string kind, TimeSpan? retryAfter)
    {
        var response = options.Switches.LimitBody switch
        {
            LimitBody.Problem => EmulatedResponse.Of(
                429, "application/json; charset=utf-8", """{"Type":null,"Title":"Rate limit exceeded","Status":429,"Detail":"Rate limit exceeded"}"""),
            LimitBody.Text => EmulatedResponse.Of(429, "text/plain; charset=utf-8", "Rate limit exceeded"),
            _ => new EmulatedResponse { Status = 429 },
        };
        response = response with { LimitKind = kind };
        if (Spelt(kind) is { } spelt)
        {
            response = response.With("X-Rate-Limit-Problem", spelt);
        }

        return retryAfter is { } wait
            ? response.With("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture))
            : response;
    }

    public EmulatedResponse Headed(EmulatedResponse response, TenantLimits tenant, DateTimeOffset now)
    {
        var problem = response.LimitKind;
        return response.With(
            Remaining("X-MinLimit-Remaining", problem == "minute" ? 0 : options.PerMinute - tenant.Minute.Count(now)),
            Remaining("X-DayLimit-Remaining", problem == "day" ? 0 : options.PerDay - tenant.Day.Count(now)),
            AppRemaining(now, problem));
    }

    private string? Spelt(string kind) => options.Switches.LimitSpelling switch
    {
        LimitSpelling.LowerCase => kind,
        LimitSpelling.Capitalised => kind switch { "minute" => "Minute", "day" => "Daily", "concurrent" => "Concurrent", _ => "App" },
        _ => null,
    };

    public EmulatedResponse HeadedWithoutTenant(EmulatedResponse response, DateTimeOffset now) => response.With(AppRemaining(now, null));

    private KeyValuePair<string, string> AppRemaining(DateTimeOffset now, string? problem) =>
        Remaining("X-AppMinLimit-Remaining", problem == "appminute" ? 0 : options.AppPerMinute - _app.Count(now));

    private static KeyValuePair<string, string> Remaining(string name, int value) =>
        KeyValuePair.Create(name, Math.Max(0, value).ToString(CultureInfo.InvariantCulture));
}
