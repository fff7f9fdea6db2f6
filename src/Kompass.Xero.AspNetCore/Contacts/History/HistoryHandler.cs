namespace Kompass.Xero.AspNetCore;

/// <summary>The history of one client: its link, what people decided about it, and what was sent.</summary>
internal sealed class HistoryHandler(
    ConfigurationSelector selector,
    HistoryReader reader,
    IMappingStore mappings,
    ISyncJournal journal,
    IClientSource clients,
    IContactMirror mirror,
    XeroAddresses addresses)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var (selection, configuration, connection) = await selector.RequireConnectedAsync(http, http.Request.Query["configuration"]);
        if (!ClientId.TryParse(http.Request.Query["client"], out var client))
        {
            return Notice.NotFound(http);
        }

        var organisation = connection.OrganisationId;
        var links = await mappings.FindContactLinksAsync(organisation, [client], http.RequestAborted);
        var events = await reader.ReadAsync(organisation, client, http.RequestAborted);
        var named = (await clients.FindAsync(configuration.Organisations, [client], http.RequestAborted)).FirstOrDefault(item => item.Key == client);
        if (links.Count == 0 && events.Count == 0 && named is null)
        {
            return Notice.NotFound(http);
        }

        var model = new HistoryModel(selection, client, PageList<HistoryEvent>.Of(events, http))
        {
            ClientName = named?.Record?.Name,
            Hold = (await journal.GetHoldsAsync(organisation, http.RequestAborted)).FirstOrDefault(hold => hold.Record == RecordKey.Of(client)),
        };
        return Page.Of<HistoryPage>(http, links is [var link] ? await WithLinkAsync(model, link, connection, http.RequestAborted) : model);
    }

    private async Task<HistoryModel> WithLinkAsync(HistoryModel model, ContactLink link, RemoteConnection connection, CancellationToken cancellationToken) => model with
    {
        Link = link,
        Contact = await mirror.FindAsync(connection.OrganisationId, [link.RemoteContactId], cancellationToken) is [var contact] ? contact : null,
        Address = await addresses.ContactAsync(connection, link.RemoteContactId, cancellationToken),
    };
}
