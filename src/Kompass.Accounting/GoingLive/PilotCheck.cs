namespace Kompass.Accounting;

/// <summary>Refuses a pilot that names records which Kompass does not have: a mistyped key would be a pilot of nothing, without a word.</summary>
internal sealed class PilotCheck(IClientSource clients, IEnumerable<IInvoiceSource> invoiceSources)
{
    private const int MostNamed = 20;

    /// <exception cref="ConfigurationException">Some are unknown, or deleted, or of another organisation; the message names them.</exception>
    public async Task RequireKnownAsync(SyncConfiguration configuration, PilotSelection pilot, CancellationToken cancellationToken)
    {
        var organisations = configuration.Organisations;
        var documents = invoiceSources.LastOrDefault() is { } invoices ? await MissingAsync(invoices, pilot.Invoices) : [];
        string?[] unknown =
        [
            Counted.Listed("document", documents, MostNamed),
            Counted.Listed("client", await MissingAsync(clients, pilot.Clients), MostNamed),
        ];
        if (unknown.Any(some => some is not null))
        {
            throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncConfiguration.Pilot),
                $"The pilot names {string.Join(" and ", unknown.OfType<string>())}, which Kompass does not list in the organisations of this configuration. "
                + "Correct the ids, or leave them out: nothing was sent, and nothing was changed."));
        }

        async Task<List<TKey>> MissingAsync<TKey, TRecord>(IRecordSource<TKey, TRecord> source, IReadOnlyList<TKey> keys)
            where TKey : struct
            where TRecord : class
        {
            if (keys.Count == 0)
            {
                return [];
            }

            var found = (await source.AskKeysAsync(organisations, keys, cancellationToken)).Where(item => !item.IsTombstone).Select(item => item.Key);
            return [.. keys.Except(found)];
        }
    }
}
