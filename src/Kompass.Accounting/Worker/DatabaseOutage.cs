using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

/// <summary>
/// Says once that the worker cannot read the database, and once that it can again, however many reads fail in between. Thread-safe.
/// </summary>
internal sealed partial class DatabaseOutage(TimeProvider clock, ILogger<DatabaseOutage> logger)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _unread = [];
    private DateTimeOffset _since;

    /// <param name="what">What could not be read.</param>
    /// <param name="exception">Why.</param>
    public void Failed(string what, Exception exception)
    {
        lock (_lock)
        {
            var begins = _unread.Count == 0;
            _unread.Add(what);
            if (!begins)
            {
                return;
            }

            _since = clock.GetUtcNow();
        }

        LogBegun(exception, what);
    }

    /// <param name="what">What could be read.</param>
    public void Answered(string what)
    {
        TimeSpan duration;
        lock (_lock)
        {
            if (!_unread.Remove(what) || _unread.Count > 0)
            {
                return;
            }

            duration = clock.GetUtcNow() - _since;
        }

        LogOver(duration);
    }

    [LoggerMessage(3020, LogLevel.Error, "The {What} could not be read from the database; the worker tries again and says when it answers.")]
    private partial void LogBegun(Exception exception, string what);

    [LoggerMessage(3025, LogLevel.Information, "The database answers again; the worker could not read it for {Duration}.")]
    private partial void LogOver(TimeSpan duration);
}
