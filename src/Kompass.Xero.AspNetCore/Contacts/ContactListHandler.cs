namespace Kompass.Xero.AspNetCore;

/// <summary>The link records of a configuration.</summary>
internal sealed class ContactListHandler(
    ConfigurationSelector selector,
    IMappingStore mappings,
    IClientSource clients,
    IContactMirror mirror)
{
    /// <summary>The most clients, and the most contacts, that a search takes in.</summary>
    public const int MostFound = 500;

    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var selection = await selector.SelectAsync(http, http.Request.Query["configuration"]);
        var search = http.Request.Query["q"].ToString().Trim();
        return Page.Of<ContactListPage>(http, selection.Current is { Connection: { } connection } configuration
            ? await ReadAsync(http, new(selection, search, new([], 1, 0)), configuration, connection)
            : new ContactListModel(selection, search, new([], 1, 0)));
    }

    private async Task<ContactListModel> ReadAsync(HttpContext http, ContactListModel model, SyncConfiguration configuration, RemoteConnection connection)
    {
        var query = await QueryAsync(model.Search, configuration, connection, http.RequestAborted);
        var number = PageList.NumberOf(http);
        var page = await PageAsync(number);
        if (page.Links.Count == 0 && page.Total > 0)
        {
            number = new PageList<ContactListRow>([], 1, page.Total).Pages;
            page = await PageAsync(number);
        }

        return model with
        {
            Links = new(await NameAsync(page.Links, configuration, connection, http.RequestAborted), number, page.Total),
            IsCutShort = Math.Max(query.Clients?.Count ?? 0, query.Contacts?.Count ?? 0) >= MostFound,
        };

        Task<ContactLinkList> PageAsync(int wanted) => mappings.ReadContactLinksAsync(
            connection.OrganisationId,
            query with { Skip = (wanted - 1) * PageList.Size, Maximum = PageList.Size },
            http.RequestAborted);
    }

    private async Task<ContactLinkQuery> QueryAsync(
        string search, SyncConfiguration configuration, RemoteConnection connection, CancellationToken cancellationToken)
    {
        if (search.Length == 0)
        {
            return new();
        }

        var text = Guid.TryParse(search, out var uuid) ? uuid.ToString("D") : search;
        return new()
        {
            Clients = [.. (await clients.SearchAsync(configuration.Organisations, text, MostFound, cancellationToken)).Select(client => client.Id)],
            Contacts = [.. (await mirror.SearchAsync(connection.OrganisationId, text, MostFound, cancellationToken)).Select(contact => contact.Id)],
            Text = text,
        };
    }

    private async Task<IReadOnlyList<ContactListRow>> NameAsync(
        IReadOnlyList<ContactLink> links, SyncConfiguration configuration, RemoteConnection connection, CancellationToken cancellationToken)
    {
        if (links.Count == 0)
        {
            return [];
        }

        var ids = links.Select(link => link.ClientId).ToHashSet();
        var names = (await clients.FindAsync(configuration.Organisations, ids, cancellationToken)).ToDictionary(item => item.Key, item => item.Record?.Name);
        var contacts = (await mirror.FindAsync(connection.OrganisationId, [.. links.Select(link => link.RemoteContactId)], cancellationToken))
            .ToDictionary(contact => contact.Id);
        return [.. links.Select(link => new ContactListRow(link, names.GetValueOrDefault(link.ClientId), contacts.GetValueOrDefault(link.RemoteContactId)))];
    }
}
