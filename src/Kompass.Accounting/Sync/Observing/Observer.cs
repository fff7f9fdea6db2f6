namespace Kompass.Accounting;

/// <summary>Reads everything that the planner needs, and nothing that it does not.</summary>
internal sealed class Observer(
    IClientSource clientSource,
    IEnumerable<IInvoiceSource> invoiceSources,
    IKompassCatalogue kompassCatalogue,
    ILedgerCatalogue ledgerCatalogue,
    IDocumentStore documents,
    LedgerCatalogueCache catalogueCache,
    ContactReader contactReader,
    IMappingStore mappings,
    ISyncJournal journal,
    ProviderDescriptor provider,
    TimeProvider clock)
{
    public async Task<Observation> ObserveAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        var organisationId = connection.OrganisationId;
        progress?.Report(new("Reading the organisation and its contacts", 0, 0));
        var organisation = await ledgerCatalogue.GetOrganisationAsync(connection, cancellationToken);
        var contacts = await contactReader.GetCurrentAsync(connection, keep: true, cancellationToken);

        progress?.Report(new("Reading clients", 0, 0));
        var clients = await clientSource.ReadAllAsync(configuration.Organisations, null, cancellationToken);
        var invoices = await ReadInvoicesAsync(configuration, progress, cancellationToken);

        var observation = new Observation
        {
            Configuration = configuration,
            Connection = connection,
            Provider = provider,
            ObservedAt = clock.GetUtcNow(),
            Organisation = organisation,
            Clients = clients,
            Invoices = invoices,
            Contacts = contacts.ToDictionary(contact => contact.Id),
            ContactLinks = (await mappings.GetContactLinksAsync(organisationId, cancellationToken)).ToDictionary(link => link.ClientId),
            DocumentLinks = (await mappings.GetDocumentLinksAsync(organisationId, cancellationToken)).ToDictionary(link => link.InvoiceId),
            ClientDecisions = (await mappings.GetDecisionsAsync(organisationId, cancellationToken))
                .Where(decision => decision.ClientId is not null)
                .GroupBy(decision => decision.ClientId!.Value)
                .ToDictionary(group => group.Key, group => group.MaxBy(decision => decision.DecidedAt)!.Decision),
            Holds = (await journal.GetHoldsAsync(organisationId, cancellationToken)).ToDictionary(hold => hold.Record),
            Unsettled = (await journal.GetUnsettledAsync(organisationId, cancellationToken))
                .GroupBy(operation => operation.Record)
                .ToDictionary(group => group.Key, group => group.Last()),
            Codes = null,
        };

        observation = observation with { Disputed = await ReadDisputedAsync(observation, cancellationToken) };
        return observation.Disputed.Count > 0 || Sendable.AnyDocument(observation)
            ? observation with { Codes = await ReadCodesAsync(observation, cancellationToken) }
            : observation;
    }

    private async Task<Dictionary<RemoteDocumentId, RemoteDocument>> ReadDisputedAsync(Observation observation, CancellationToken cancellationToken)
    {
        var links = observation.DocumentLinks.Values.Where(link =>
            observation.Holds.GetValueOrDefault(RecordKey.Of(link.InvoiceId)) is { Reason: HoldReason.StoredDiffers });
        var disputed = new Dictionary<RemoteDocumentId, RemoteDocument>();
        foreach (var kind in links.GroupBy(link => link.Kind))
        {
            var ids = kind.Select(link => link.RemoteDocumentId).ToList();
            foreach (var document in await documents.FindAsync(observation.Connection, kind.Key, ids, cancellationToken))
            {
                disputed[document.Id] = document;
            }
        }

        return disputed;
    }

    private async Task<IReadOnlyList<SourceItem<InvoiceId, Invoice>>> ReadInvoicesAsync(
        SyncConfiguration configuration,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (!configuration.Modules.HasFlag(SyncModules.Invoices))
        {
            return [];
        }

        progress?.Report(new("Reading invoices", 0, 0));
        var source = invoiceSources.LastOrDefault() ?? throw new ConfigurationException(new ConfigurationProblem(
            nameof(SyncConfiguration.Modules),
            "The Invoices module is selected, but the host registered no IInvoiceSource: call AddInvoiceSource<T>() at start."));
        return await source.ReadAllAsync(configuration.Organisations, null, cancellationToken);
    }

    private async Task<LedgerCodes> ReadCodesAsync(Observation observation, CancellationToken cancellationToken)
    {
        var connection = observation.Connection;
        IReadOnlyList<CurrencyCode> currencies = Sendable.AnyForeignDocument(observation)
            ? await catalogueCache.GetCurrenciesAsync(connection, cancellationToken)
            : [];
        return new(
            await catalogueCache.GetAccountsAsync(connection, cancellationToken),
            await catalogueCache.GetItemsAsync(connection, cancellationToken),
            await catalogueCache.GetTaxRatesAsync(connection, cancellationToken),
            currencies.Append(observation.Organisation.BaseCurrency),
            await mappings.GetMappingsAsync(connection.OrganisationId, cancellationToken),
            (await kompassCatalogue.GetAsync(cancellationToken)).VatRates);
    }
}
