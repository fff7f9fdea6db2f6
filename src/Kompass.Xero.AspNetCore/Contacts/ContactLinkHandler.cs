namespace Kompass.Xero.AspNetCore;

/// <summary>Adds and removes one link record.</summary>
internal sealed class ContactLinkHandler(
    ConfigurationSelector selector,
    IReconciler reconciler,
    IMappingStore mappings,
    IClientSource clients,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    /// <summary>As many clients as a person still finds their way through in one drop-down; more are searched for.</summary>
    public const int MostClients = 500;

    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var (selection, configuration, _) = await selector.RequireConnectedAsync(http, http.Request.Query["configuration"]);
        var search = http.Request.Query["q"].ToString().Trim();
        return Page.Of<ContactLinkPage>(http, await ReadAsync(http, selection, configuration, search));
    }

    public async Task<IResult> AddAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (selection, configuration, _) = await selector.RequireConnectedAsync(http, form["configuration"]);
        var model = await ReadAsync(http, selection, configuration, form["q"].ToString().Trim()) with
        {
            Client = form["client"].ToString(),
            Uuid = form["uuid"].ToString().Trim(),
        };
        model = Checked(model);
        if (model is { ClientProblem: null, UuidProblem: null })
        {
            try
            {
                var link = await reconciler.LinkAsync(configuration.Id, new(model.Client), new(Canonical(model.Uuid)), users.Of(http).Name, http.RequestAborted);
                flash.Set(http, new(false, $"Kompass client {link.ClientId} is linked to the Xero contact {link.RemoteContactId}."));
                return Results.LocalRedirect(paths.To("/contacts", configuration.Id));
            }
            catch (Exception refused) when (refused is ConfigurationException or LinkConflictException)
            {
                model = model with { UuidProblem = refused.Message };
            }
        }

        return Page.Of<ContactLinkPage>(http, model, StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IResult> AskUnlinkAsync(HttpContext http)
    {
        var (selection, _, connection) = await selector.RequireConnectedAsync(http, http.Request.Query["configuration"]);
        var links = await mappings.GetContactLinksAsync(connection.OrganisationId, http.RequestAborted);
        var asked = http.Request.Query["client"].ToString();
        return links.FirstOrDefault(link => link.ClientId.Value == asked) is { } found
            ? Page.Of<UnlinkPage>(http, new UnlinkModel(selection, found))
            : Notice.NotFound(http);
    }

    public async Task<IResult> UnlinkAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (_, configuration, _) = await selector.RequireConnectedAsync(http, form["configuration"]);
        if (!ClientId.TryParse(form["client"], out var client))
        {
            return Notice.NotFound(http);
        }

        var removed = await reconciler.UnlinkAsync(configuration.Id, client, users.Of(http).Name, http.RequestAborted);
        flash.Set(http, removed
            ? new(false, $"Kompass client {client} is no longer linked. The Xero contact stays as it is.")
            : new(true, $"Kompass client {client} was not linked, so nothing was changed."));
        return Results.LocalRedirect(paths.To("/contacts", configuration.Id));
    }

    private static ContactLinkModel Checked(ContactLinkModel model) => model with
    {
        ClientProblem = ClientId.TryParse(model.Client, out _) ? null : "Select the Kompass client.",
        UuidProblem = Guid.TryParse(model.Uuid, out _)
            ? null
            : "Paste the xero_uuid from the CSV: 32 digits and letters in five groups, such as bd2270c3-8706-4c11-9cfb-000b551c3f51.",
    };

    private static string Canonical(string uuid) => Guid.Parse(uuid).ToString("D");

    private async Task<ContactLinkModel> ReadAsync(HttpContext http, Selection selection, SyncConfiguration configuration, string search)
    {
        var found = await clients.SearchAsync(configuration.Organisations, search, MostClients + 1, http.RequestAborted);
        return new(
            selection,
            [.. found.Take(MostClients).OrderBy(client => client.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(client => client.Id.Value, StringComparer.Ordinal)],
            search)
        {
            IsCutShort = found.Count > MostClients,
        };
    }
}
