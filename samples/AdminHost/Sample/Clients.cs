using Kompass.Accounting;

namespace AdminHost.Sample;

internal sealed class Clients(SampleData data) : IClientSource
{
    public IAsyncEnumerable<SourcePage<ClientId, Client>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        SourceCursor? after,
        CancellationToken cancellationToken) =>
        SamplePages.Of(data.Clients.Where(client => organisations.Contains(client.OrganisationId)), client => client.Id, after);
}
