using System.Globalization;
using System.Runtime.CompilerServices;
using Kompass.Accounting;

namespace QuartzCluster;

/// <summary>Kompass's clients; they never change.</summary>
internal sealed class KompassClients : IClientSource
{
    public async IAsyncEnumerable<SourcePage<ClientId, Client>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations, SourceCursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var clients =
            from organisation in KompassRecords.Organisations
            where after is null && organisations.Contains(new(organisation))
            from number in Enumerable.Range(0, KompassRecords.ClientCount)
            let client = KompassRecords.Client(organisation, number)
            select new SourceItem<ClientId, Client>(client.Id, "1", client);
        yield return await Task.FromResult(new SourcePage<ClientId, Client>([.. clients], new("1")));
    }
}

/// <summary>Kompass's invoices; the cursor is how many there were.</summary>
internal sealed class KompassInvoices(KompassRecords records) : IInvoiceSource
{
    public async IAsyncEnumerable<SourcePage<InvoiceId, Invoice>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations, SourceCursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = after is { } cursor ? int.Parse(cursor.Value, CultureInfo.InvariantCulture) : 0;
        var now = records.InvoicesByNow;
        var invoices =
            from organisation in KompassRecords.Organisations
            where organisations.Contains(new(organisation))
            from number in Enumerable.Range(seen, now - seen)
            let invoice = KompassRecords.Invoice(organisation, number)
            select new SourceItem<InvoiceId, Invoice>(invoice.Id, "1", invoice);
        yield return await Task.FromResult(new SourcePage<InvoiceId, Invoice>([.. invoices], new(now.ToString(CultureInfo.InvariantCulture))));
    }
}

/// <summary>Kompass's codes: one VAT rate.</summary>
internal sealed class KompassCodes : IKompassCatalogue
{
    public Task<KompassCatalogue> GetAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new KompassCatalogue { VatRates = [new(KompassRecords.VatRate, "Standard", 20)] });
}
