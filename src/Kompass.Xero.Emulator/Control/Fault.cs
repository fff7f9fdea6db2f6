namespace Kompass.Xero.Emulator;

/// <summary>A fault to inject. Immutable. Faults are looked at in the order in which they were injected; the first that matches strikes.</summary>
/// <param name="Kind">What goes wrong.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>The HTTP method that it strikes. Default: any.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// The beginning of the path that it strikes, such as <c>/Invoices</c> (which stands for <c>/api.xro/2.0/Invoices</c>) or
    /// <c>/connect/token</c>. Default: every path of the accounting API.
    /// </summary>
    public string PathPrefix { get; init; } = "/api.xro/2.0/";

    /// <summary>How many matching calls pass before it strikes. Default: 0.</summary>
    public int Skip { get; init; }

    /// <summary>How many calls it strikes; <see langword="null"/> for all. Default: 1.</summary>
    public int? Count { get; init; } = 1;

    /// <summary>The share of matching calls that it strikes, from 0 to 1, drawn from <see cref="Seed"/>. Default: 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>What the draws of <see cref="Probability"/> are derived from. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How long a slow answer or a late arrival takes, by the emulator's clock. Default: zero.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What a minute or day limit tells the caller to wait. Default: 22 s, and 66,975 s for the day.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether a server error or a hang does the work all the same. Default: false.</summary>
    public bool Commits { get; init; }

    /// <summary>Whether a server error is HTML rather than JSON. Default: false.</summary>
    public bool AsHtml { get; init; }
}
