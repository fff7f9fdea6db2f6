namespace Kompass.Xero.AspNetCore;

/// <summary>The pages Items, Accounts and Tax rates.</summary>
internal sealed class MappingHandler(
    ConfigurationSelector selector,
    MappingReader reader,
    IConfigurationManager manager,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    public async Task<IResult> ShowAsync(HttpContext http, MappingKind kind)
    {
        var selection = await selector.SelectAsync(http, http.Request.Query["configuration"]);
        return Page.Of<MappingPage>(http, await reader.ReadAsync(kind, selection, http.RequestAborted));
    }

    public async Task<IResult> SaveAsync(HttpContext http, MappingKind kind)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (selection, configuration, _) = await selector.RequireConnectedAsync(http, form["configuration"]);
        var model = Typed(await reader.ReadAsync(kind, selection, http.RequestAborted), form);
        if (model.Unavailable is not null)
        {
            return Page.Of<MappingPage>(http, model, StatusCodes.Status502BadGateway);
        }

        try
        {
            CodeMapping[] mappings = [.. model.Rows.Where(row => row.Chosen.Length > 0).Select(row => new CodeMapping(kind, row.Code, row.Chosen))];
            await manager.SaveMappingsAsync(configuration.Id, kind, mappings, users.Of(http).Name, http.RequestAborted);
            await SaveDefaultItemAsync(model, configuration, users.Of(http).Name, http.RequestAborted);
        }
        catch (ConfigurationException refused)
        {
            model = model with { Problems = [.. refused.Problems.Select(problem => problem.Message)] };
            return Page.Of<MappingPage>(http, model, StatusCodes.Status422UnprocessableEntity);
        }

        flash.Set(http, new(false, $"{model.Texts.Title} saved. The mappings apply to documents that have not been sent yet."));
        return Results.LocalRedirect(paths.To(model.Texts.Path, configuration.Id));
    }

    private static MappingModel Typed(MappingModel model, IFormCollection form) => model with
    {
        Rows = [.. model.Rows.Select(row => row with { Chosen = form[$"map.{row.Code}"].ToString() })],
        DefaultItem = form["default"].ToString(),
    };

    private async Task SaveDefaultItemAsync(MappingModel model, SyncConfiguration configuration, string requestedBy, CancellationToken cancellationToken)
    {
        var item = model.DefaultItem.Length == 0 ? null : model.DefaultItem;
        if (model.Kind == MappingKind.Item && item != configuration.DefaultItemCode)
        {
            await manager.UpdateAsync(configuration.Id, current => current with { DefaultItemCode = item }, requestedBy, cancellationToken);
        }
    }
}
