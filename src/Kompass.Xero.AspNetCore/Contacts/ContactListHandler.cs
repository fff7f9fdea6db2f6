namespace Kompass.Xero.AspNetCore;

/// <summary>The link records of a configuration.</summary>
internal sealed class ContactListHandler(
    ConfigurationSelector selector,
    IMappingStore mappings,
    IClientSource clients,
    IContactMirror mirror)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var selection = await selector.SelectAsync(http, http.Request.Query["configuration"]);
        return Page.Of<ContactListPage>(http, selection.Current is { Connection: { } connection } configuration
            ? new(selection, await ReadAsync(http, configuration, connection))
            : new ContactListModel(selection, new([], 1, 0)));
    }

    private async Task<PageList<ContactListRow>> ReadAsync(HttpContext http, SyncConfiguration configuration, RemoteConnection connection)
    {
        var links = await mappings.GetContactLinksAsync(connection.OrganisationId, http.RequestAborted);
        var page = PageList<ContactLink>.Of([.. links.OrderByDescending(link => link.CreatedAt).ThenBy(link => link.ClientId.Value, StringComparer.Ordinal)], http);
        if (page.Total == 0)
        {
            return new([], 1, 0);
        }

        var ids = page.Items.Select(link => link.ClientId).ToHashSet();
        var names = (await clients.FindAsync(configuration.Organisations, ids, http.RequestAborted)).ToDictionary(item => item.Key, item => item.Record?.Name);
        var contacts = (await mirror.GetAllAsync(connection.OrganisationId, http.RequestAborted)).ToDictionary(contact => contact.Id);
        return new(
            [.. page.Items.Select(link => new ContactListRow(link, names.GetValueOrDefault(link.ClientId), contacts.GetValueOrDefault(link.RemoteContactId)))],
            page.Number,
            page.Total);
    }
}
