using Microsoft.Extensions.Logging;

namespace Kompass.Simulation;

/// <summary>Looks at every line that is logged for secrets, and forgets it.</summary>
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    public int Leaks { get; private set; }

    /// <summary>From now on, no line may have this text.</summary>
    public void Guard(string secret) => _secrets.Add(secret);

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private void Look(string text) => Leaks += _secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)) ? 1 : 0;

    private sealed class Logger(LogRecorder recorder) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            recorder.Look(formatter(state, exception) + exception);
    }
}
