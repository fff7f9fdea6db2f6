namespace Kompass.Benchmarks;

/// <summary>What one run took.</summary>
internal sealed record SyncPhase
{
    /// <summary><c>first</c> load, <c>unchanged</c> second run, <c>changed</c> by 1 %, or <c>warm</c>: unchanged runs after all that, their mean.</summary>
    public required string Phase { get; init; }

    public required int Calls { get; init; }

    public required int LowerBoundCalls { get; init; }

    public required double VirtualSeconds { get; init; }

    public required double LowerBoundSeconds { get; init; }

    /// <summary>Of the answers' bodies.</summary>
    public required long BytesReceived { get; init; }

    /// <summary>Of the requests' bodies.</summary>
    public required long BytesSent { get; init; }

    /// <summary>Of the syncing process, its HTTP and its database included; not of the emulator's.</summary>
    public required double CpuSeconds { get; init; }

    /// <summary>Of the syncing process; the records that the host holds are not in it.</summary>
    public required double PeakMegabytes { get; init; }

    /// <summary>Records written.</summary>
    public required int Writes { get; init; }

    /// <summary>Records held: 0, or the figures mean little.</summary>
    public required int Held { get; init; }

    public required int MostInFlight { get; init; }

    /// <summary>Answers of Xero that refused a call: 0, or a limit was overstepped.</summary>
    public required int Refused { get; init; }

    /// <summary>Records that the host's sources were asked for.</summary>
    public required int RecordsRead { get; init; }

    public required double CpuMicrosecondsPerRecord { get; init; }
}
