namespace Kompass.Xero.AspNetCore;

/// <summary>Adds one link record: pasted and saved at once, or searched for and looked at first.</summary>
internal sealed class ContactLinkHandler(
    ConfigurationSelector selector, ContactLinkReader reader, ContactLinker linker, FlashCookie flash, AdminUsers users, AdminPaths paths)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var (selection, _, connection) = await selector.RequireConnectedAsync(http, query["configuration"]);
        var model = new ContactLinkModel(selection)
        {
            Search = query["q"].ToString().Trim(),
            Client = query["client"].ToString(),
            Uuid = query["uuid"].ToString().Trim(),
            Find = query["find"].ToString().Trim(),
        };
        model = await reader.WithContactsAsync(await reader.WithClientsAsync(model, http.RequestAborted), connection, http.RequestAborted);
        return Page.Of<ContactLinkPage>(http, model);
    }

    public async Task<IResult> AddAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (selection, configuration, connection) = await selector.RequireConnectedAsync(http, form["configuration"]);
        var step = LinkSteps.Of(form);
        var model = await reader.WithClientsAsync(Typed(selection, form), http.RequestAborted);
        if (step is LinkStep.FindClient or LinkStep.FindContact)
        {
            return Page.Of<ContactLinkPage>(http, await reader.WithContactsAsync(model, connection, http.RequestAborted));
        }

        var isSave = step == LinkStep.Save;
        model = model with { ClientProblem = !isSave || ClientId.TryParse(model.Client, out _) ? null : ContactLinkReader.NoClient };
        model = await reader.CheckAsync(model, connection, http.RequestAborted);
        model = model with { IsConfirmed = model.Confirmation.Length > 0 && form["confirm"] == model.Confirmation };
        if (!isSave)
        {
            return Page.Of<ContactLinkPage>(http, model);
        }

        model = await linker.LinkAsync(model, users.Of(http).Name, http.RequestAborted);
        if (model.HasProblem)
        {
            return Page.Of<ContactLinkPage>(http, model, StatusCodes.Status422UnprocessableEntity);
        }

        var (client, contact) = (model.Check!.Client!, model.Check.Contact);
        flash.Set(http, new(false, $"Kompass client {client.Name} ({client.Id}) is linked to the Xero contact {contact.Name} ({contact.Id})."));
        return Results.LocalRedirect(paths.To("/contacts", configuration.Id));
    }

    private static ContactLinkModel Typed(Selection selection, IFormCollection form) => new(selection)
    {
        Search = form["q"].ToString().Trim(),
        Client = form["client"].ToString(),
        Uuid = form["pick"] is [{ } picked, ..] ? picked : form["uuid"].ToString().Trim(),
        Find = form["find"].ToString().Trim(),
        Reason = form["reason"].ToString().Trim(),
    };
}
