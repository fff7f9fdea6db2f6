using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

internal sealed class KompassClients : KompassRecords<ClientId, Client>, IClientSource
{
    protected override ClientId KeyOf(Client record) => record.Id;

    protected override KompassOrganisationId OrganisationOf(Client record) => record.OrganisationId;
}
