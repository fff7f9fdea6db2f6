using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kompass.Accounting.Tests;

/// <summary>Keeps what is logged.</summary>
internal sealed class ListLogger<T>(ConcurrentQueue<string> into) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        into.Enqueue($"{logLevel} {eventId.Id}: {formatter(state, exception)}");
}
