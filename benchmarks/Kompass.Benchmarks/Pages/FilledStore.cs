using Kompass.Accounting;

namespace Kompass.Benchmarks;

/// <summary>What the pages are asked about.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="Report">Its comparison.</param>
/// <param name="Run">A run that sent a thousand documents.</param>
internal sealed record FilledStore(ConfigurationId Configuration, ReconciliationId Report, RunId Run)
{
    /// <summary>The key of a reviewed file that was checked and not imported yet.</summary>
    public string Upload { get; init; } = "";
}
