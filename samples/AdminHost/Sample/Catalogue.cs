using Kompass.Accounting;

namespace AdminHost.Sample;

internal sealed class Catalogue(SampleData data) : IKompassCatalogue
{
    public Task<KompassCatalogue> GetAsync(CancellationToken cancellationToken) => Task.FromResult(data.Catalogue);
}
