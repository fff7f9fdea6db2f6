using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>Asked before every call: is the sync still wanted, and is the lease still ours?</summary>
internal sealed class RunGuard(IConfigurationStore configurations, ISyncJournal journal, IOptions<SyncOptions> options)
{
    public async Task CheckAsync(RunState run, CancellationToken cancellationToken)
    {
        var configuration = await configurations.GetAsync(run.Plan.ConfigurationId, cancellationToken);
        if (WhyNot(configuration, run.Connection) is { } reason)
        {
            throw new RunStoppedException(SyncOutcome.NotRun, reason);
        }

        // The ledger refuses what its own dates lock; of this one it knows nothing.
        if (configuration!.Documents.VatFiledTo is { } filed && !(filed <= run.Plan.VatFiledTo))
        {
            throw new RunStoppedException(SyncOutcome.NotRun, $"VAT was filed up to {filed:yyyy-MM-dd} since this plan was made: plan again.");
        }

        run.Lease = await journal.RenewAsync(run.Lease, options.Value.LeaseDuration, cancellationToken);
    }

    /// <summary>Why a configuration must not write; null when it may.</summary>
    public static string? WhyNot(SyncConfiguration? configuration, RemoteConnection? planned) => configuration switch
    {
        null => "The configuration does not exist any more.",
        { Connection: null } => "The configuration is not connected: authorise it first.",
        { IsEnabled: false } => "The configuration is not enabled.",
        { IsPaused: true } => "The configuration is paused.",
        { Connection: var current } when planned is not null && current.OrganisationId != planned.OrganisationId =>
            "The configuration was connected to another organisation: plan again.",
        _ => null,
    };
}
