using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>Asked before every call: is the sync still wanted, and is the lease still ours?</summary>
internal sealed class RunGuard(IConfigurationStore configurations, ISyncJournal journal, IOptions<SyncOptions> options)
{
    public async Task CheckAsync(RunState run, CancellationToken cancellationToken)
    {
        var configuration = await configurations.GetAsync(run.Plan.ConfigurationId, cancellationToken);
        if (WhyNot(configuration, run.Connection, run.IsUndo) is { } reason)
        {
            throw new RunStoppedException(SyncOutcome.NotRun, reason);
        }

        // The ledger refuses what its own dates lock; of this one it knows nothing.
        if (configuration!.Documents.VatFiledTo is { } filed && !(filed <= run.Plan.VatFiledTo))
        {
            throw new RunStoppedException(SyncOutcome.NotRun, $"VAT was filed up to {filed:yyyy-MM-dd} since this plan was made: plan again.");
        }

        if (!run.IsUndo && configuration.Pilot is { } pilot && !PilotScope.IsWithin(run.Plan.Pilot, pilot.Selection))
        {
            throw new RunStoppedException(SyncOutcome.NotRun, "A pilot began since this was planned: plan again.");
        }

        run.Lease = await journal.RenewAsync(run.Lease, options.Value.LeaseDuration, cancellationToken);
    }

    /// <exception cref="ConfigurationException">The configuration is not there, not connected, or has nothing to sync.</exception>
    public static (SyncConfiguration Configuration, RemoteConnection Connection) Require(ConfigurationId id, SyncConfiguration? configuration) => configuration switch
    {
        null => throw new ConfigurationException(new ConfigurationProblem(nameof(SyncConfiguration.Id), $"Configuration {id} does not exist.")),
        { Connection: null } => throw new ConfigurationException(new ConfigurationProblem(
            nameof(SyncConfiguration.Connection), "The configuration is not connected: authorise it first.")),
        { Modules: SyncModules.None } => throw new ConfigurationException(new ConfigurationProblem(
            nameof(SyncConfiguration.Modules), "No module is selected: select Clients, or Clients and Invoices.")),
        { Connection: var connection } => (configuration, connection),
    };

    /// <summary>Why a configuration must not write; null when it may.</summary>
    /// <param name="configuration">The configuration as it is now.</param>
    /// <param name="planned">What was planned for; null before planning.</param>
    /// <param name="isUndo">True for what a person approved to undo: a paused or disabled sync must not keep mistakes in the books.</param>
    public static string? WhyNot(SyncConfiguration? configuration, RemoteConnection? planned, bool isUndo = false) => configuration switch
    {
        null => "The configuration does not exist any more.",
        { Connection: null } => "The configuration is not connected: authorise it first.",
        { IsShadow: true } => "The configuration is in shadow mode: everything is planned and compared, nothing is written.",
        { IsEnabled: false } when !isUndo => "The configuration is not enabled.",
        { IsPaused: true } when !isUndo => "The configuration is paused.",
        { Connection: var current } when planned is not null && current.OrganisationId != planned.OrganisationId =>
            "The configuration was connected to another organisation: plan again.",
        _ => null,
    };
}
