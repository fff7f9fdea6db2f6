using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kompass.Kills;

/// <summary>Keeps the warnings and errors that the product logs.</summary>
internal sealed class WarningList : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _entries = new();

    public IReadOnlyCollection<string> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("Kompass", StringComparison.Ordinal)
        ? this
        : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _entries.Enqueue(formatter(state, exception));
        }
    }

    public void Dispose()
    {
    }
}
