using System.Diagnostics.Metrics;

namespace Kompass.EndToEnd.Tests;

/// <summary>Writes down what the meter of one process measures.</summary>
internal sealed class MeterWatch : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<Measured> _measured = [];
    private readonly SortedDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);

    public MeterWatch(RigProcess process)
    {
        var meters = process.Get<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Meter.Name == "Kompass.Xero")
            {
                _instruments[instrument.Name] = instrument;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IEnumerable<Instrument> Instruments => _instruments.Values;

    public IReadOnlyList<Measured> All => _measured;

    public IReadOnlyList<Measured> Of(string name) => [.. _measured.Where(measured => measured.Name == $"kompass.xero.{name}")];

    /// <summary>Measures that a tag splits, added up: "accepted=2, refused=1".</summary>
    public string Sums(string name, params string[] tags) => string.Join(", ", Of(name)
        .GroupBy(measured => string.Join('/', tags.Select(tag => measured[tag])))
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => $"{group.Key}={group.Sum(measured => measured.Value)}"));

    /// <summary>Asks the gauges, and forgets what they said before.</summary>
    public void Observe()
    {
        _measured.RemoveAll(measured => measured.IsObserved);
        _listener.RecordObservableInstruments();
    }

    public void Forget() => _measured.Clear();

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Add(new(instrument.Name, instrument.IsObservable, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));

    internal sealed record Measured(string Name, bool IsObserved, double Value, IReadOnlyDictionary<string, object?> Tags)
    {
        public object? this[string tag] => Tags.GetValueOrDefault(tag) ?? Tags.GetValueOrDefault($"kompass.xero.{tag}");
    }
}
