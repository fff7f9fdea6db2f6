namespace Kompass.Accounting.Tests;

/// <summary>Clients from a list.</summary>
internal sealed class ListClientSource : ListSource<ClientId, Client>, IClientSource
{
    public ListClientSource(params IEnumerable<Client> clients) => Put(clients);

    protected override ClientId KeyOf(Client record) => record.Id;

    protected override KompassOrganisationId OrganisationOf(Client record) => record.OrganisationId;
}
