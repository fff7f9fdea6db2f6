namespace Kompass.Accounting;

/// <summary>Refuses a pilot that names records which Kompass does not have: a mistyped key would be a pilot of nothing, without a word.</summary>
internal sealed class PilotCheck(IClientSource clients, IEnumerable<IInvoiceSource> invoiceSources)
{
    private const int MostNamed = 20;

    /// <exception cref="ConfigurationException">Some are unknown, or deleted, or of another organisation; the message names them.</exception>
    public async Task RequireKnownAsync(SyncConfiguration configuration, PilotSelection pilot, CancellationToken cancellationToken)
    {
        var organisations = configuration.Organisations;
        var unknown = new List<string>();
        if (invoiceSources.LastOrDefault() is { } invoices)
        {
            Add("document", await MissingAsync(invoices, pilot.Invoices));
        }

        Add("client", await MissingAsync(clients, pilot.Clients));
        if (unknown.Count > 0)
        {
            throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncConfiguration.Pilot),
                $"The pilot names {string.Join(" and ", unknown)}, which Kompass does not list in the organisations of this configuration. "
                + "Correct the ids, or leave them out: nothing was sent, and nothing was changed."));
        }

        void Add(string what, List<string> missing)
        {
            if (missing.Count > 0)
            {
                unknown.Add($"{what}{(missing.Count == 1 ? string.Empty : "s")} {string.Join(", ", missing.Take(MostNamed))}"
                    + (missing.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Count - MostNamed} more") : string.Empty));
            }
        }

        async Task<List<string>> MissingAsync<TKey, TRecord>(IRecordSource<TKey, TRecord> source, IReadOnlyList<TKey> keys)
            where TKey : struct
            where TRecord : class
        {
            if (keys.Count == 0)
            {
                return [];
            }

            var found = (await source.AskKeysAsync(organisations, keys, cancellationToken)).Where(item => !item.IsTombstone).Select(item => item.Key);
            return [.. keys.Except(found).Select(key => key.ToString()!)];
        }
    }
}
