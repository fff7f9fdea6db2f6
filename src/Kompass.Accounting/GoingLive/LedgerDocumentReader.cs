namespace Kompass.Accounting;

/// <summary>Observes a configuration together with the documents that the ledger holds from the cut-over date on.</summary>
internal sealed class LedgerDocumentReader(
    IConfigurationStore configurations,
    Observer observer,
    IDocumentStore documents)
{
    /// <summary>Reads both sides; of the ledger one stream for each kind, however many documents there are.</summary>
    /// <param name="id">The configuration.</param>
    /// <param name="everyKind">False to read only the kinds of which Kompass has unsent documents.</param>
    /// <param name="progress">Told how far it has come; null for nobody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(Observation Observation, IReadOnlyList<RemoteDocument> Documents)> ReadAsync(
        ConfigurationId id,
        bool everyKind,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        var (configuration, connection) = await configurations.RequireConnectedAsync(id, cancellationToken);
        if (!configuration.Modules.HasFlag(SyncModules.Invoices) || configuration.CutOverDate is not { } from)
        {
            throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncConfiguration.Modules), "Documents are compared for the Invoices module. Select it and set the cut-over date first."));
        }

        var observed = await observer.ObserveAsync(configuration, connection, ReadScope.Everything, links: null, progress, cancellationToken);

        // What an earlier comparison held is decided anew.
        var observation = observed with
        {
            Holds = observed.Holds.Where(hold => hold.Value.Reason != HoldReason.AlreadyInLedger).ToDictionary(hold => hold.Key, hold => hold.Value),
        };
        var kinds = everyKind
            ? Enum.GetValues<DocumentKind>()
            : [.. DocumentMatching.Unsent(observation).Select(invoice => DocumentKinds.Of(invoice.Kind)!.Value).Distinct().Order()];
        var found = new List<RemoteDocument>();
        foreach (var kind in kinds)
        {
            progress?.Report(new("Reading the ledger's documents", found.Count, 0));
            await foreach (var document in documents.ReadDatedAsync(connection, kind, from, cancellationToken))
            {
                found.Add(document);
            }
        }

        return (observation, [.. found.DistinctBy(document => document.Id)]);
    }
}
