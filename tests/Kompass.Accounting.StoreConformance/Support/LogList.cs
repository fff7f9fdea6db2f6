using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kompass.Accounting.StoreConformance;

/// <summary>Keeps what was logged.</summary>
public sealed class LogList : ILoggerProvider
{
    private readonly ConcurrentQueue<(EventId Id, string Text, LogLevel Level)> _entries = new();

    public IReadOnlyList<(EventId Id, string Text, LogLevel Level)> Entries => [.. _entries];

    public ILogger CreateLogger(string categoryName) => new Logger(_entries);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(EventId Id, string Text, LogLevel Level)> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue((eventId, $"{formatter(state, exception)} {exception}", logLevel));
    }
}
