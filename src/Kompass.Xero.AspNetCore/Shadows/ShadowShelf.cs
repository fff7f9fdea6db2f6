namespace Kompass.Xero.AspNetCore;

/// <summary>Keeps the latest shadow report of each configuration, in memory: after a restart a person simply compares again. Thread-safe.</summary>
internal sealed class ShadowShelf
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConfigurationId, ShadowReport> _reports = [];

    public void Put(ShadowReport report)
    {
        lock (_gate)
        {
            _reports[report.ConfigurationId] = report;
        }
    }

    public ShadowReport? Get(ConfigurationId configuration)
    {
        lock (_gate)
        {
            return _reports.GetValueOrDefault(configuration);
        }
    }
}
