using System.Globalization;
using System.Runtime.CompilerServices;
using Kompass.Accounting;

namespace Kompass.Kills;

/// <summary>The load as a host offers it: the cursor is the life in which a record last changed.</summary>
internal abstract class LoadSource<TKey, TRecord>(Func<int> life, Func<TRecord, TKey> key, Func<int, IEnumerable<(TRecord Record, int ChangedIn)>> records)
    where TKey : struct
    where TRecord : class
{
    public async IAsyncEnumerable<SourcePage<TKey, TRecord>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations, SourceCursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = after is { } cursor ? int.Parse(cursor.Value, CultureInfo.InvariantCulture) : 0;
        var now = life();
        var items = records(now)
            .Where(entry => entry.ChangedIn > from)
            .Select(entry => new SourceItem<TKey, TRecord>(key(entry.Record), Text(entry.ChangedIn), entry.Record))
            .ToList();
        yield return await Task.FromResult(new SourcePage<TKey, TRecord>(items, new(Text(now))));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal sealed class LoadClients(ILoad load, Func<int> life) : LoadSource<ClientId, Client>(life, client => client.Id, load.Clients), IClientSource;

internal sealed class LoadInvoices(ILoad load, Func<int> life) : LoadSource<InvoiceId, Invoice>(life, invoice => invoice.Id, load.Documents), IInvoiceSource;
