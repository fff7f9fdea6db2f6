using System.Runtime.CompilerServices;
using Kompass.Accounting;

namespace TelemetrySample;

/// <summary>Kompass's clients.</summary>
internal sealed class Clients : IClientSource
{
    public async IAsyncEnumerable<SourcePage<ClientId, Client>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations, SourceCursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return new([.. Records.Clients.Select(client => new SourceItem<ClientId, Client>(client.Id, "1", client))], new("1"));
    }
}

/// <summary>Kompass's invoices.</summary>
internal sealed class Invoices : IInvoiceSource
{
    public async IAsyncEnumerable<SourcePage<InvoiceId, Invoice>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations, SourceCursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return new([.. Records.Invoices.Select(invoice => new SourceItem<InvoiceId, Invoice>(invoice.Id, "1", invoice))], new("1"));
    }
}

/// <summary>Kompass's codes: one VAT rate.</summary>
internal sealed class Codes : IKompassCatalogue
{
    public const string Standard = "S20";

    public Task<KompassCatalogue> GetAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new KompassCatalogue { VatRates = [new(Standard, "Standard", 20)] });
}
