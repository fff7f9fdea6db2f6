using System.Diagnostics;

namespace Kompass.Accounting;

/// <summary>An activity on the injected clock: ended when it is disposed. Does nothing where nobody listens.</summary>
/// <param name="Activity">The activity; null where nobody listens.</param>
/// <param name="Clock">Tells when it ends; null where nobody listens.</param>
public readonly record struct TelemetrySpan(Activity? Activity, TimeProvider? Clock) : IDisposable
{
    /// <summary>Sets a tag; null leaves it out.</summary>
    public void Tag(string key, object? value) => Activity?.SetTag(key, value);

    /// <summary>
    /// Marks the activity as failed. Exceptions are never recorded: what a ledger answers may quote names and numbers.
    /// </summary>
    /// <param name="type">The kind of fault, one of few.</param>
    public void Fail(string type)
    {
        Activity?.SetTag("error.type", type);
        Activity?.SetStatus(ActivityStatusCode.Error, type);
    }

    /// <summary>Ends the activity.</summary>
    public void Dispose()
    {
        if (Activity is { } activity)
        {
            activity.SetEndTime(Clock!.GetUtcNow().UtcDateTime);
            activity.Dispose();
        }
    }
}
