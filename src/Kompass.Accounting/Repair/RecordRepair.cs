namespace Kompass.Accounting;

/// <summary>Takes the lease, settles what is in doubt, and lets a step decide about each record; what it decides is recorded with its audit entry.</summary>
internal sealed class RecordRepair(
    IConfigurationStore configurations,
    ISyncJournal journal,
    IMappingStore mappings,
    IContactStore contacts,
    IDocumentStore documents,
    KompassLookup kompass,
    Settler settler,
    OutcomeRecorder recorder,
    LedgerCatalogueCache catalogueCache,
    ProviderDescriptor provider,
    Leases leases,
    TimeProvider clock,
    SyncTelemetry telemetry) : IRecordRepair
{
    public async Task<IReadOnlyList<RepairResult>> RetryAsync(
        ConfigurationId configuration, IReadOnlyCollection<RecordKey> records, RepairOrder order, CancellationToken cancellationToken)
    {
        var results = await RunAsync(configuration, records, order, new RetryStep(kompass), cancellationToken);
        var (_, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        catalogueCache.Forget(connection.OrganisationId);
        return results;
    }

    public Task<IReadOnlyList<RepairResult>> SkipAsync(
        ConfigurationId configuration, IReadOnlyCollection<RecordKey> records, RepairOrder order, CancellationToken cancellationToken) =>
        RunAsync(configuration, records, order, new SkipStep(kompass), cancellationToken);

    public Task<IReadOnlyList<RepairResult>> UnskipAsync(
        ConfigurationId configuration, IReadOnlyCollection<RecordKey> records, RepairOrder order, CancellationToken cancellationToken) =>
        RunAsync(configuration, records, order, new UnskipStep(journal, documents), cancellationToken);

    public Task<IReadOnlyList<RepairResult>> UnlinkAsync(
        ConfigurationId configuration, IReadOnlyCollection<RecordKey> records, RepairOrder order, CancellationToken cancellationToken) =>
        RunAsync(configuration, records, order, new UnlinkStep(kompass, documents), cancellationToken);

    public Task<IReadOnlyList<RepairResult>> RelinkAsync(
        ConfigurationId configuration, IReadOnlyCollection<RecordRelink> links, RepairOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(links);
        var wanted = links.GroupBy(link => link.Record).ToDictionary(group => group.Key, group => group.Last());
        var step = new RelinkStep(wanted, kompass, contacts, documents, provider);
        return RunAsync(configuration, [.. links.Select(link => link.Record)], order, step, cancellationToken);
    }

    public Task<IReadOnlyList<RepairResult>> ReleaseAsync(
        ConfigurationId configuration, IReadOnlyCollection<RecordKey> records, RepairOrder order, CancellationToken cancellationToken) =>
        RunAsync(configuration, records, order, new ReleaseStep(documents, new(journal, documents)), cancellationToken);

    private async Task<IReadOnlyList<RepairResult>> RunAsync(
        ConfigurationId id, IReadOnlyCollection<RecordKey> records, RepairOrder order, RepairStep step, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        if (records.Any(record => string.IsNullOrWhiteSpace(record.Id)))
        {
            throw new ArgumentException("A record has no key: it is the default value of RecordKey. Name it with RecordKey.Of(...).", nameof(records));
        }

        Require(order);
        var (configuration, connection) = await configurations.RequireConnectedAsync(id, cancellationToken);
        var wanted = records.Distinct().ToList();
        await using var held = await leases.TryTakeAsync(connection.OrganisationId, cancellationToken);
        if (held is null)
        {
            return wanted.ConvertAll(record => new RepairResult(record, false, "A run is at work for this organisation: try again when it has ended."));
        }

        try
        {
            var scene = await ObserveAsync(configuration, connection, held.Lease, wanted, order, cancellationToken);
            return await DecideAllAsync(scene, held.Lease, wanted, step, cancellationToken);
        }
        catch (LeaseLostException)
        {
            telemetry.LeaseLost();
            throw;
        }
    }

    private async Task<List<RepairResult>> DecideAllAsync(
        RepairScene scene, Lease lease, List<RecordKey> records, RepairStep step, CancellationToken cancellationToken)
    {
        var results = new List<RepairResult>(records.Count);
        foreach (var record in records)
        {
            try
            {
                results.Add(await DecideAsync(scene, lease, record, step, cancellationToken));
            }
            catch (RemoteLedgerException exception)
            {
                results.Add(new(record, false, $"The ledger could not be read: {exception.Message} Try again later."));
            }
            catch (LinkConflictException exception)
            {
                results.Add(new(record, false, exception.Message));
            }
            catch (LeaseLostException)
            {
                results.Add(new(record, false, "A run has begun meanwhile: try again when it has ended."));
            }
        }

        return results;
    }

    private async Task<RepairResult> DecideAsync(
        RepairScene scene, Lease lease, RecordKey record, RepairStep step, CancellationToken cancellationToken)
    {
        if (scene.Unsettled.Contains(record))
        {
            return new(record, false, "It is not known yet what became of a change that was sent: that is settled first, by the next runs. Try again then.");
        }

        var before = scene.Describe(record);
        var decision = await step.DecideAsync(scene, record, cancellationToken);
        if (decision.Outcomes is not { } outcomes)
        {
            return new(record, false, decision.Message);
        }

        outcomes.Audit.Add(new()
        {
            At = scene.Now,
            Actor = scene.Order.Actor,
            Action = step.Action,
            ConfigurationId = scene.Configuration.Id,
            RemoteOrganisationId = scene.OrganisationId,
            Record = record,
            Reason = scene.Order.Reason,
            Before = before,
            After = decision.After,
        });
        outcomes.Cursors.Add(SourceProgressStore.Forgotten.Key, SourceProgressStore.Forgotten.Value);
        await recorder.RecordAsync(lease, scene.Configuration.Id, outcomes, cancellationToken);
        scene.Absorb(outcomes);
        return new(record, true, decision.Message);
    }

    private async Task<RepairScene> ObserveAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        Lease lease,
        List<RecordKey> records,
        RepairOrder order,
        CancellationToken cancellationToken)
    {
        var organisation = connection.OrganisationId;
        if ((await UnsettledAsync(organisation, cancellationToken)).Overlaps(records))
        {
            try
            {
                await settler.SettleAsync(lease, configuration.Id, connection, cancellationToken);
            }
            catch (RemoteLedgerException)
            {
                // What could not be settled is refused, record by record.
            }
        }

        return new()
        {
            Configuration = configuration,
            Connection = connection,
            Order = order with { Actor = order.Actor.Trim(), Reason = order.Reason.Trim() },
            Now = clock.GetUtcNow(),
            ContactLinks = (await mappings.GetContactLinksAsync(organisation, cancellationToken)).ToDictionary(link => link.ClientId),
            DocumentLinks = (await mappings.GetDocumentLinksAsync(organisation, cancellationToken)).ToDictionary(link => link.InvoiceId),
            Holds = (await journal.GetHoldsAsync(organisation, cancellationToken)).ToDictionary(hold => hold.Record),
            Skips = (await journal.GetSkipsAsync(organisation, cancellationToken)).ToDictionary(skip => skip.Record),
            Unsettled = await UnsettledAsync(organisation, cancellationToken),
        };
    }

    private async Task<HashSet<RecordKey>> UnsettledAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        [.. (await journal.GetUnsettledAsync(organisation, cancellationToken)).Select(operation => operation.Record)];

    private static void Require(RepairOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        ConfigurationException.ThrowIfNobodyActs(order.Actor);
        ConfigurationException.ThrowIfNoReason(order.Reason);
    }
}
