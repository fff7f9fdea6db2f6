namespace Kompass.Accounting;

/// <summary>What an administrator does with configurations, with every rule applied. Thread-safe.</summary>
public interface IConfigurationManager
{
    /// <summary>Creates a configuration for Kompass organisations, not enabled, without a connection.</summary>
    /// <exception cref="ConfigurationException">No organisation was given, or one belongs to another configuration.</exception>
    Task<SyncConfiguration> CreateAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        string requestedBy,
        CancellationToken cancellationToken);

    /// <summary>Changes settings: reads the configuration, applies the change, checks every rule, saves.</summary>
    /// <param name="id">The configuration.</param>
    /// <param name="change">Returns the configuration as it is to be.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ConfigurationException">A rule is broken; nothing was saved.</exception>
    Task<SyncConfiguration> UpdateAsync(
        ConfigurationId id,
        Func<SyncConfiguration, SyncConfiguration> change,
        CancellationToken cancellationToken) => UpdateAsync(id, change, "host", cancellationToken);

    /// <summary>The same, on behalf of a person whom the audit trail names.</summary>
    /// <param name="id">The configuration.</param>
    /// <param name="change">Returns the configuration as it is to be.</param>
    /// <param name="requestedBy">The person.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ConfigurationException">A rule is broken; nothing was saved.</exception>
    Task<SyncConfiguration> UpdateAsync(
        ConfigurationId id,
        Func<SyncConfiguration, SyncConfiguration> change,
        string requestedBy,
        CancellationToken cancellationToken);

    /// <summary>
    /// Tells whether the Clients module may be enabled, and if not what is missing. Where a comparison exists, no contact is read:
    /// one that somebody added in the ledger since is found when Clients is enabled.
    /// </summary>
    Task<InterlockState> GetInterlockAsync(ConfigurationId id, CancellationToken cancellationToken);

    /// <summary>Records that the interlock is overridden for the connected organisation. The per-client look-alike guard stays.</summary>
    /// <param name="id">The configuration.</param>
    /// <param name="requestedBy">The administrator who answers for it.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<SyncConfiguration> OverrideInterlockAsync(
        ConfigurationId id,
        string requestedBy,
        string reason,
        CancellationToken cancellationToken);

    /// <summary>
    /// Lets the changes that piled up during a long absence go, after a person looked at them: the next run sends them.
    /// Does nothing where none wait.
    /// </summary>
    Task<SyncConfiguration> ReleaseBacklogAsync(ConfigurationId id, string requestedBy, CancellationToken cancellationToken);

    /// <summary>
    /// Tells whether the connected organisation sends invoice reminders, and how many invoices that would be sent are overdue. Enabling
    /// Invoices is refused while it may send them and nobody acknowledged that.
    /// </summary>
    /// <exception cref="ConfigurationException">The configuration does not exist or is not connected.</exception>
    Task<ReminderState> GetRemindersAsync(ConfigurationId id, CancellationToken cancellationToken);

    /// <summary>Records who acknowledged that the connected organisation may send reminders of invoices that the sync sends.</summary>
    /// <exception cref="ConfigurationException">The configuration does not exist or is not connected.</exception>
    Task<SyncConfiguration> AcknowledgeRemindersAsync(ConfigurationId id, string requestedBy, CancellationToken cancellationToken);

    /// <summary>Begins a pilot: only the chosen records are sent, whoever starts a run, until it is ended. Replaces one that is under way.</summary>
    /// <exception cref="ConfigurationException">The configuration does not exist, or nothing was chosen.</exception>
    Task<SyncConfiguration> BeginPilotAsync(ConfigurationId id, PilotSelection pilot, string requestedBy, CancellationToken cancellationToken);

    /// <summary>Ends the pilot: the next run sends everything. Does nothing where none is under way.</summary>
    Task<SyncConfiguration> EndPilotAsync(ConfigurationId id, string requestedBy, CancellationToken cancellationToken);

    /// <summary>Replaces the mappings of one kind after checking against the ledger each that does not stand already.</summary>
    /// <exception cref="ConfigurationException">A new mapping points to something unknown, archived or unsuitable; nothing was saved.</exception>
    Task SaveMappingsAsync(
        ConfigurationId id,
        MappingKind kind,
        IReadOnlyCollection<CodeMapping> mappings,
        CancellationToken cancellationToken) => SaveMappingsAsync(id, kind, mappings, "host", cancellationToken);

    /// <summary>The same, on behalf of a person whom the audit trail names.</summary>
    /// <exception cref="ConfigurationException">A mapping points to something unknown, archived or unsuitable; nothing was saved.</exception>
    Task SaveMappingsAsync(
        ConfigurationId id,
        MappingKind kind,
        IReadOnlyCollection<CodeMapping> mappings,
        string requestedBy,
        CancellationToken cancellationToken);
}
