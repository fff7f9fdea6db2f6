using System.Text;
using Microsoft.Extensions.Logging;

namespace Kompass.Simulation;

/// <summary>Knows every secret that was handed out, and looks for them in what is logged and stored.</summary>
internal sealed class SecretGuard : ILoggerProvider
{
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    public int Leaks { get; private set; }

    /// <summary>From now on, nothing may show this text.</summary>
    public void Guard(string secret) => _secrets.Add(secret);

    public void LookInto(ReadOnlySpan<byte> stored)
    {
        foreach (var secret in _secrets)
        {
            Leaks += stored.IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0 ? 1 : 0;
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private void Look(string text) => Leaks += _secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)) ? 1 : 0;

    private sealed class Logger(SecretGuard guard) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            guard.Look(formatter(state, exception) + exception);
    }
}
