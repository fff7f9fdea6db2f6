using System.Globalization;
using System.Runtime.CompilerServices;
using Kompass.Accounting;

namespace Kompass.Kills;

/// <summary>The loads of all organisations as a host offers them: the cursor is the life in which a record last changed.</summary>
internal abstract class FleetSource<TKey, TRecord>(
    FleetArguments fleet, Func<TRecord, TKey> key, Func<Load, int, IEnumerable<(TRecord Record, int ChangedIn)>> records)
    where TKey : struct
    where TRecord : class
{
    public async IAsyncEnumerable<SourcePage<TKey, TRecord>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations, SourceCursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = after is { } cursor ? int.Parse(cursor.Value, CultureInfo.InvariantCulture) : 0;
        var life = fleet.Life;
        var items = FleetLoads.All
            .Where(load => organisations.Contains(load.Organisation))
            .SelectMany(load => records(load, life))
            .Where(entry => entry.ChangedIn > from)
            .Select(entry => new SourceItem<TKey, TRecord>(key(entry.Record), Text(entry.ChangedIn), entry.Record))
            .ToList();
        yield return await Task.FromResult(new SourcePage<TKey, TRecord>(items, new(Text(life))));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal sealed class FleetClients(FleetArguments fleet)
    : FleetSource<ClientId, Client>(fleet, client => client.Id, (load, life) => load.Clients(life)), IClientSource;

internal sealed class FleetInvoices(FleetArguments fleet)
    : FleetSource<InvoiceId, Invoice>(fleet, invoice => invoice.Id, (load, life) => load.Documents(life)), IInvoiceSource;
