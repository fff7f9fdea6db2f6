using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

internal sealed class ConfigurationManager(
    IConfigurationStore configurations,
    IMappingStore mappingStore,
    Interlock interlock,
    LedgerRules ledger,
    AccountWords words,
    ReminderCheck reminders,
    PilotCheck pilots,
    IEntropy entropy,
    TimeProvider clock,
    ILogger<ConfigurationManager> logger) : IConfigurationManager
{
    public async Task<SyncConfiguration> CreateAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(organisations);
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var configuration = new SyncConfiguration
        {
            Id = new(entropy.NewGuid()),
            Organisations = [.. organisations.Distinct()],
            CreatedBy = requestedBy,
            CreatedAt = clock.GetUtcNow(),
        };
        Refuse([.. ConfigurationRules.Check(configuration, await configurations.ListAsync(cancellationToken))]);
        var audit = Entry(configuration, requestedBy, AuditAction.Create) with
        {
            After = "Kompass organisations " + string.Join(", ", configuration.Organisations),
        };
        var saved = await configurations.SaveAsync(configuration, [audit], cancellationToken);
        logger.Created(saved.Id, requestedBy);
        return saved;
    }

    public async Task<SyncConfiguration> UpdateAsync(
        ConfigurationId id,
        Func<SyncConfiguration, SyncConfiguration> change,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var saved = await SaveAsync(id, change, Check, ChangedAsync, cancellationToken);
        logger.Saved(id, saved.Version, saved.IsEnabled, saved.Modules);
        return saved;

        Task<IReadOnlyList<ConfigurationProblem>> Check(SyncConfiguration before, SyncConfiguration after) =>
            CheckAsync(before, after, cancellationToken);

        async Task<AuditEntry?> ChangedAsync(SyncConfiguration before, SyncConfiguration after) =>
            Entry(after, requestedBy, AuditAction.Configure).Between(before, after) is not { } entry ? null
            : (before.DefaultAccountId, before.Documents.RoundingAccountId) == (after.DefaultAccountId, after.Documents.RoundingAccountId) ? entry
            : await words.NameAsync(entry, after.Connection ?? before.Connection, cancellationToken);
    }

    public async Task<InterlockState> GetInterlockAsync(ConfigurationId id, CancellationToken cancellationToken) =>
        await interlock.GetAsync(await configurations.RequireAsync(id, cancellationToken), isCurrent: false, cancellationToken);

    public async Task<SyncConfiguration> OverrideInterlockAsync(
        ConfigurationId id,
        string requestedBy,
        string reason,
        CancellationToken cancellationToken)
    {
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        ConfigurationException.ThrowIfNoReason(reason, nameof(SyncConfiguration.InterlockOverride));

        await configurations.RequireConnectedAsync(id, cancellationToken);
        var now = clock.GetUtcNow();
        var saved = await SaveAsync(id, Override, (_, after) => Task.FromResult(RequireConnection(after)), OverriddenAsync, cancellationToken);
        logger.Overridden(id, saved.InterlockOverride!.OrganisationId, requestedBy, reason);
        return saved;

        SyncConfiguration Override(SyncConfiguration configuration) => configuration.Connection is not { } connection
            ? configuration
            : configuration with { InterlockOverride = new(requestedBy, now, reason.Trim(), connection.OrganisationId) };

        Task<AuditEntry?> OverriddenAsync(SyncConfiguration before, SyncConfiguration after) => Task.FromResult(
            Entry(after, requestedBy, AuditAction.OverrideInterlock).Between(before, after) is { } entry ? entry with { Reason = reason.Trim() } : null);
    }

    public async Task<SyncConfiguration> ReleaseBacklogAsync(ConfigurationId id, string requestedBy, CancellationToken cancellationToken)
    {
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var now = clock.GetUtcNow();
        var saved = await SaveUncheckedAsync(id, Release, requestedBy, AuditAction.ReleaseBacklog, cancellationToken);
        logger.BacklogReleased(id, requestedBy);
        return saved;

        SyncConfiguration Release(SyncConfiguration configuration) => configuration.Backlog is not { ReleasedAt: null } waiting
            ? configuration
            : configuration with { Backlog = waiting with { ReleasedAt = now, ReleasedBy = requestedBy } };
    }

    public async Task<ReminderState> GetRemindersAsync(ConfigurationId id, CancellationToken cancellationToken)
    {
        var (configuration, connection) = await configurations.RequireConnectedAsync(id, cancellationToken);
        return await reminders.GetAsync(configuration, connection, cancellationToken);
    }

    public async Task<SyncConfiguration> AcknowledgeRemindersAsync(ConfigurationId id, string requestedBy, CancellationToken cancellationToken)
    {
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var (configuration, connection) = await configurations.RequireConnectedAsync(id, cancellationToken);
        var state = await reminders.GetAsync(configuration, connection, cancellationToken);
        var acknowledged = new ReminderAcknowledgement(requestedBy, clock.GetUtcNow(), state.OverdueDocuments, connection.OrganisationId);
        var saved = await SaveUncheckedAsync(id, c => c with { Reminders = acknowledged }, requestedBy, AuditAction.AcknowledgeReminders, cancellationToken);
        logger.RemindersAcknowledged(id, connection.OrganisationId, state.OverdueDocuments, requestedBy);
        return saved;
    }

    public async Task<SyncConfiguration> BeginPilotAsync(
        ConfigurationId id,
        PilotSelection pilot,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pilot);
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        if (pilot.IsEmpty)
        {
            throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncConfiguration.Pilot), "Nothing is chosen for the pilot. Choose at least one document or client."));
        }

        await pilots.RequireKnownAsync(await configurations.RequireAsync(id, cancellationToken), pilot, cancellationToken);
        var saved = await SaveUncheckedAsync(
            id, c => c with { Pilot = new(pilot, requestedBy, clock.GetUtcNow()) }, requestedBy, AuditAction.Pilot, cancellationToken);
        logger.PilotBegan(id, pilot.Invoices.Count, pilot.Clients.Count, requestedBy);
        return saved;
    }

    public async Task<SyncConfiguration> EndPilotAsync(ConfigurationId id, string requestedBy, CancellationToken cancellationToken)
    {
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var saved = await SaveUncheckedAsync(id, c => c with { Pilot = null }, requestedBy, AuditAction.Pilot, cancellationToken);
        logger.PilotEnded(id, requestedBy);
        return saved;
    }

    public async Task SaveMappingsAsync(
        ConfigurationId id,
        MappingKind kind,
        IReadOnlyCollection<CodeMapping> mappings,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mappings);
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var (configuration, connection) = await configurations.RequireConnectedAsync(id, cancellationToken);
        Refuse([.. MappingRules.Check(kind, mappings)]);
        var before = await mappingStore.GetMappingsAsync(connection.OrganisationId, cancellationToken);

        // What stands is not judged again: an account that was archived since must not keep the others from being mapped.
        Refuse(await ledger.CheckMappingsAsync(connection, kind, [.. mappings.Except(before)], cancellationToken));
        AuditEntry[] audit = MappingWords.Difference(kind, before, mappings) is var (earlier, later)
            ? [Entry(configuration, requestedBy, AuditAction.Map) with { Before = earlier, After = later }]
            : [];
        if (kind == MappingKind.Account && audit is [var entry])
        {
            audit = [await words.NameAsync(entry, connection, cancellationToken)];
        }

        await mappingStore.SaveMappingsAsync(connection.OrganisationId, kind, mappings, audit, cancellationToken);
        logger.Mapped(mappings.Count, kind, id);
    }

    private AuditEntry Entry(SyncConfiguration configuration, string actor, AuditAction action) => new()
    {
        At = clock.GetUtcNow(),
        Actor = actor,
        Action = action,
        ConfigurationId = configuration.Id,
        RemoteOrganisationId = configuration.Connection?.OrganisationId,
    };

    private static void Refuse(IReadOnlyList<ConfigurationProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new ConfigurationException(problems);
        }
    }

    private Task<SyncConfiguration> SaveUncheckedAsync(
        ConfigurationId id,
        Func<SyncConfiguration, SyncConfiguration> change,
        string requestedBy,
        AuditAction action,
        CancellationToken cancellationToken) =>
        SaveAsync(
            id,
            change,
            (_, _) => Task.FromResult<IReadOnlyList<ConfigurationProblem>>([]),
            (before, after) => Task.FromResult(Entry(after, requestedBy, action).Between(before, after)),
            cancellationToken);

    private static IReadOnlyList<ConfigurationProblem> RequireConnection(SyncConfiguration configuration) =>
        configuration.Connection is null ? [ConfigurationStoreExtensions.NotConnected(configuration.Id)] : [];

    /// <summary>Reads, changes, checks and saves; once more from the beginning when somebody else saved meanwhile.</summary>
    private async Task<SyncConfiguration> SaveAsync(
        ConfigurationId id,
        Func<SyncConfiguration, SyncConfiguration> change,
        Func<SyncConfiguration, SyncConfiguration, Task<IReadOnlyList<ConfigurationProblem>>> check,
        Func<SyncConfiguration, SyncConfiguration, Task<AuditEntry?>> audit,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = await configurations.RequireAsync(id, cancellationToken);
            var after = change(before) with { Version = before.Version };
            Refuse(await check(before, after));
            try
            {
                return await configurations.SaveAsync(after, await audit(before, after) is { } entry ? [entry] : [], cancellationToken);
            }
            catch (StoreConflictException) when (attempt == 1)
            {
                // Decided again on what was saved meanwhile.
            }
        }
    }

    private async Task<IReadOnlyList<ConfigurationProblem>> CheckAsync(
        SyncConfiguration before,
        SyncConfiguration after,
        CancellationToken cancellationToken)
    {
        var all = await configurations.ListAsync(cancellationToken);
        List<ConfigurationProblem> problems =
        [
            .. ConfigurationRules.CheckIdentity(before, after),
            .. ConfigurationRules.Check(after, all),
            .. DifferenceRules.CheckFiled(after.Documents, clock.GetUtcNow()),
        ];
        if (problems.Count > 0 || after.Connection is not { } connection)
        {
            return problems;
        }

        var moved = connection.OrganisationId != before.Connection?.OrganisationId;
        var enabled = after.IsEnabled && (!before.IsEnabled || moved);
        problems.AddRange(await ledger.CheckDefaultsAsync(
            after,
            connection,
            account: enabled || after.DefaultAccountId != before.DefaultAccountId,
            item: enabled || after.DefaultItemCode != before.DefaultItemCode,
            cancellationToken));
        if (enabled || after.Documents.RoundingAccountId != before.Documents.RoundingAccountId)
        {
            problems.AddRange(await ledger.CheckRoundingAsync(after.Documents, connection, cancellationToken));
        }

        var beginsInvoices = enabled || !before.Modules.HasFlag(SyncModules.Invoices);
        if (after.IsEnabled && after.Modules.HasFlag(SyncModules.Invoices) && beginsInvoices && after.Reminders?.OrganisationId != connection.OrganisationId)
        {
            var state = await reminders.GetAsync(after, connection, cancellationToken);
            if (!state.IsSettled)
            {
                problems.Add(reminders.Problem(connection, state));
            }
        }

        var begins = enabled || !before.Modules.HasFlag(SyncModules.Clients);
        var grows = after.Organisations.Except(before.Organisations).Any();
        if (after.IsEnabled && after.Modules.HasFlag(SyncModules.Clients) && (begins || grows))
        {
            var state = await interlock.GetAsync(after, isCurrent: true, cancellationToken);
            if (!state.IsOpen)
            {
                problems.Add(begins
                    ? new(nameof(SyncConfiguration.IsEnabled), state.Explanation)
                    : new(
                        nameof(SyncConfiguration.Organisations),
                        $"{state.Explanation} While the sync is enabled, no Kompass organisation can be added: "
                        + "turn it off, add the organisation, compare and review, then enable."));
            }
        }

        return problems;
    }
}
