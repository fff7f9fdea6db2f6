using System.Globalization;
using System.Runtime.CompilerServices;
using Kompass.Accounting;

namespace Kompass.Kills;

/// <summary>The load as a host offers it: the cursor is the life in which a record last changed.</summary>
internal abstract class LoadSource<TKey, TRecord>(int life, Func<TRecord, TKey> key, IEnumerable<(TRecord Record, int ChangedIn)> records)
    where TKey : struct
    where TRecord : class
{
    public async IAsyncEnumerable<SourcePage<TKey, TRecord>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations, SourceCursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = after is { } cursor ? int.Parse(cursor.Value, CultureInfo.InvariantCulture) : 0;
        var items = records
            .Where(entry => entry.ChangedIn > from)
            .Select(entry => new SourceItem<TKey, TRecord>(key(entry.Record), Text(entry.ChangedIn), entry.Record))
            .ToList();
        yield return await Task.FromResult(new SourcePage<TKey, TRecord>(items, new(Text(life))));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal sealed class LoadClients(int life) : LoadSource<ClientId, Client>(life, client => client.Id, Load.Single.Clients(life)), IClientSource;

internal sealed class LoadInvoices(int life) : LoadSource<InvoiceId, Invoice>(life, invoice => invoice.Id, Load.Single.Documents(life)), IInvoiceSource;
