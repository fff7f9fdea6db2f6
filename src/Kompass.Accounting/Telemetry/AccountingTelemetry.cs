using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kompass.Accounting;

/// <summary>
/// The one activity source and the one meter of the sync, named by the adapter (<see cref="ProviderDescriptor.TelemetryName"/>). The engine
/// and the adapter both write into them. No instrument and no activity carries a secret, or a name of a client, a contact or a document.
/// All times come from the injected clock. Thread-safe.
/// </summary>
public sealed class AccountingTelemetry : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly bool _ownsMeter;

    /// <summary>Made by the registration.</summary>
    /// <param name="provider">Names the source and the meter.</param>
    /// <param name="clock">The clock of every activity.</param>
    /// <param name="meters">Makes the meter; null for one that stands alone.</param>
    public AccountingTelemetry(ProviderDescriptor provider, TimeProvider clock, IMeterFactory? meters)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        _ownsMeter = meters is null;
        var version = typeof(AccountingTelemetry).Assembly.GetName().Version?.ToString(3);
        Activities = new(provider.TelemetryName, version);
        Meter = meters?.Create(new MeterOptions(provider.TelemetryName) { Version = version }) ?? new(provider.TelemetryName, version);
        Prefix = string.Concat(provider.TelemetryName.Select(char.ToLowerInvariant));
    }

    /// <summary>The source of every activity.</summary>
    public ActivitySource Activities { get; }

    /// <summary>The meter of every instrument.</summary>
    public Meter Meter { get; }

    /// <summary>How the names of instruments and of the product's own tags begin, without the dot.</summary>
    public string Prefix { get; }

    /// <summary>The name of an instrument or of a tag.</summary>
    /// <param name="noun">What it is about, in small letters with dots.</param>
    public string Name(string noun) => $"{Prefix}.{noun}";

    /// <summary>A member of an enumeration as the value of a tag: small letters with underscores.</summary>
    public static string ValueOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => TagValue.Of(value);

    /// <summary>Begins an activity below the one that is under way; costs nothing while nobody listens.</summary>
    /// <param name="name">What is done, without ids.</param>
    /// <param name="kind">Client for calls. Default: internal.</param>
    public TelemetrySpan Begin(string name, ActivityKind kind = ActivityKind.Internal) =>
        Activities.HasListeners()
            ? new(Activities.StartActivity(name, kind, parentContext: default, startTime: _clock.GetUtcNow()), _clock)
            : default;

    /// <inheritdoc/>
    public void Dispose()
    {
        Activities.Dispose();
        if (_ownsMeter)
        {
            Meter.Dispose();
        }
    }
}
