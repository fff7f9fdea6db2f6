using Kompass.Accounting;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>Looks whether an organisation waits for the end of Xero's day: a warning, since it goes on by itself.</summary>
internal sealed class ParkedHealthCheck(
    IConfigurationStore configurations, ISyncJournal journal, ParkedOrganisations parked, IOptions<XeroHealthOptions> options, TimeProvider time)
    : ConfigurationHealthCheck(configurations, options, time)
{
    protected override string Well => "No organisation waits for the end of Xero's day.";

    protected override async Task<IReadOnlyList<HealthFinding>> FindAsync(
        IReadOnlyList<SyncConfiguration> configurations, CancellationToken cancellationToken)
    {
        var findings = new List<HealthFinding>();
        foreach (var configuration in configurations.Where(IsAtWork))
        {
            var latest = await journal.GetRunsAsync(configuration.Id, 1, cancellationToken);
            if (parked.Explain(configuration, latest.Count > 0 ? latest[0] : null) is { } when)
            {
                findings.Add(new(
                    configuration.Id,
                    IsFailure: false,
                    $"Xero allows no more calls for now, mostly since those of the day are used up, and the sync waits {when}. It goes on by itself and loses nothing; "
                    + "if it comes back each day, look what else calls this organisation, or run less often."));
            }
        }

        return findings;
    }
}
