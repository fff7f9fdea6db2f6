namespace Kompass.Xero.AspNetCore;

/// <summary>Begins and ends a pilot.</summary>
internal sealed class PilotHandler(IConfigurationManager manager, IConfigurationStore configurations, FlashCookie flash, AdminUsers users, AdminPaths paths)
{
    public async Task<IResult> BeginAsync(HttpContext http, Guid id)
    {
        if (await configurations.GetAsync(new(id), http.RequestAborted) is not { } configuration)
        {
            return Notice.NotFound(http);
        }

        var fields = await http.Request.ReadFormAsync(http.RequestAborted);
        var invoices = PilotLines.Read<InvoiceId>(fields["invoices"], out var wrongInvoices);
        var clients = PilotLines.Read<ClientId>(fields["clients"], out var wrongClients);
        if (wrongInvoices.Concat(wrongClients).FirstOrDefault() is { } wrong)
        {
            return Back(http, configuration.Id, new(true, $"The pilot was not begun: '{wrong}' is not an id. Write one id of Kompass in each line."));
        }

        try
        {
            await manager.BeginPilotAsync(configuration.Id, new(invoices, clients), users.Of(http).Name, http.RequestAborted);
        }
        catch (ConfigurationException refused)
        {
            return Back(http, configuration.Id, new(true, $"The pilot was not begun. {refused.Message}"));
        }

        return Back(http, configuration.Id, new(false, "The pilot has begun: only what was chosen is sent until it is ended."));
    }

    public async Task<IResult> EndAsync(HttpContext http, Guid id)
    {
        if (await configurations.GetAsync(new(id), http.RequestAborted) is not { } configuration)
        {
            return Notice.NotFound(http);
        }

        await manager.EndPilotAsync(configuration.Id, users.Of(http).Name, http.RequestAborted);
        return Back(http, configuration.Id, new(false, "The pilot is ended: the next run sends everything."));
    }

    private IResult Back(HttpContext http, ConfigurationId id, Flash message)
    {
        flash.Set(http, message);
        return Results.LocalRedirect(paths.Home(id));
    }
}
