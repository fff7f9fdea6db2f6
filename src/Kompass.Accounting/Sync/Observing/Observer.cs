namespace Kompass.Accounting;

/// <summary>Reads everything that the planner needs, and nothing that it does not.</summary>
internal sealed class Observer(
    Stillness stillness,
    SourceReader sources,
    SourceProgressStore progressStore,
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
    /// <param name="configuration">The configuration.</param>
    /// <param name="connection">Its connection.</param>
    /// <param name="scope">How much of the sources is read.</param>
    /// <param name="links">Every document link, when the caller knows them; null when they are to be read.</param>
    /// <param name="progress">Told what is read; null for nobody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Observation> ObserveAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        ReadScope scope,
        Dictionary<InvoiceId, DocumentLink>? links,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        var organisationId = connection.OrganisationId;
        progress?.Report(new("Reading the organisation and its contacts", 0, 0));
        var glimpse = scope == ReadScope.Everything || links is not null ? new() : await stillness.LookAsync(configuration, connection, cancellationToken);
        if (glimpse is { Still: { } still, Organisation: { } same })
        {
            return Nothing(configuration, connection, same, still);
        }

        var revision = await mappings.GetRevisionAsync(organisationId, cancellationToken);
        var organisation = glimpse.Organisation ?? await ledgerCatalogue.GetOrganisationAsync(connection, cancellationToken);
        var current = await contactReader.KeepCurrentAsync(connection, glimpse.Contacts, cancellationToken);
        var contacts = current.All.ToDictionary(contact => contact.Id);
        var kept = await RememberAsync(organisationId, links, cancellationToken);
        var drifts = ContactDrifts.Of(kept.ContactLinks, contacts, clock.GetUtcNow());
        var remembered = ContactDrifts.Apply(kept, drifts);
        var decisions = await mappings.GetDecisionsAsync(organisationId, cancellationToken);
        var standing = new SourceProgress
        {
            Circumstances = Circumstances.Of(
                configuration, organisation, await mappings.GetMappingsAsync(organisationId, cancellationToken), decisions),
            Remembered = Circumstances.Of(remembered.ContactLinks.Values, remembered.Holds.Keys),
            WholeAt = clock.GetUtcNow(),
            Cursors = new Dictionary<string, SourceCursor>(),
        };
        var last = scope == ReadScope.Everything ? null : await progressStore.LoadAsync(organisationId, cancellationToken);
        var read = await sources.ReadAsync(configuration, remembered, scope, standing, last, progress, cancellationToken);

        var observation = new Observation
        {
            Configuration = configuration,
            Connection = connection,
            Provider = provider,
            ObservedAt = clock.GetUtcNow(),
            Organisation = organisation,
            Clients = read.Clients,
            Invoices = read.Invoices,
            Missing = read.Missing,
            Unchanged = read.Unchanged,
            Reached = scope == ReadScope.Everything || read.LeftSome || configuration.Pilot is not null
                ? null
                : read.Reached with { Still = Still(revision, current, configuration, organisation, remembered, read) },
            LeftSome = read.LeftSome,
            Contacts = contacts,
            ContactLinks = remembered.ContactLinks,
            ContactDrifts = drifts,
            DocumentLinks = remembered.DocumentLinks,
            ClientDecisions = decisions
                .Where(decision => decision.ClientId is not null)
                .GroupBy(decision => decision.ClientId!.Value)
                .ToDictionary(group => group.Key, group => group.MaxBy(decision => decision.DecidedAt)!.Decision),
            Holds = remembered.Holds,
            Skips = remembered.Skips,
            Unsettled = remembered.Unsettled,
            Codes = null,
        };

        observation = observation with { Disputed = await ReadDisputedAsync(observation, cancellationToken) };
        return observation.Disputed.Count > 0 || Sendable.AnyDocument(observation)
            ? observation with { Codes = await ReadCodesAsync(observation, cancellationToken) }
            : observation;
    }

    private Observation Nothing(SyncConfiguration configuration, RemoteConnection connection, LedgerOrganisation organisation, SourceProgress reached) => new()
    {
        IsStill = true,
        Configuration = configuration,
        Connection = connection,
        Provider = provider,
        ObservedAt = clock.GetUtcNow(),
        Organisation = organisation,
        Clients = [],
        Invoices = [],
        Unchanged = reached.Still!.Unchanged,
        Reached = reached,
        Contacts = new Dictionary<RemoteContactId, RemoteContact>(),
        ContactLinks = new Dictionary<ClientId, ContactLink>(),
        DocumentLinks = [],
        ClientDecisions = new Dictionary<ClientId, ReviewDecision>(),
        Holds = new Dictionary<RecordKey, Hold>(),
        Unsettled = new Dictionary<RecordKey, Operation>(),
        Codes = null,
    };

    private async Task<Remembered> RememberAsync(
        RemoteOrganisationId organisation, Dictionary<InvoiceId, DocumentLink>? links, CancellationToken cancellationToken) => new(
        (await mappings.GetContactLinksAsync(organisation, cancellationToken)).ToDictionary(link => link.ClientId),
        links ?? (await mappings.GetDocumentLinksAsync(organisation, cancellationToken)).ToDictionary(link => link.InvoiceId),
        (await journal.GetHoldsAsync(organisation, cancellationToken)).ToDictionary(hold => hold.Record),
        (await journal.GetSkipsAsync(organisation, cancellationToken)).ToDictionary(skip => skip.Record),
        (await journal.GetUnsettledAsync(organisation, cancellationToken))
            .GroupBy(operation => operation.Record)
            .ToDictionary(group => group.Key, group => group.Last()));

    /// <summary>What the next run begins with if this one finds nothing to do; null when something waits, so that it has to be planned again.</summary>
    private static StillPoint? Still(
        long revision, CurrentContacts contacts, SyncConfiguration configuration, LedgerOrganisation organisation, Remembered remembered, SourceReadings read) =>
        contacts.Since is { } since && remembered is { Holds.Count: 0, Unsettled.Count: 0 }
            ? new(revision, Circumstances.Of(configuration, organisation), since, read.Unchanged)
            : null;

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
            (await kompassCatalogue.AskAsync(cancellationToken)).VatRates);
    }
}
