namespace Kompass.Xero.AspNetCore;

/// <summary>Names a configuration by its Kompass organisations.</summary>
internal sealed class ConfigurationNames(IKompassCatalogue catalogue)
{
    private Dictionary<KompassOrganisationId, string>? _known;

    public async Task<string> OfAsync(SyncConfiguration configuration, CancellationToken cancellationToken)
    {
        _known ??= (await catalogue.GetAsync(cancellationToken)).Organisations.ToDictionary(organisation => organisation.Id, organisation => organisation.Name);
        return string.Join(", ", configuration.Organisations.Select(id => _known.GetValueOrDefault(id, id.Value)));
    }
}
