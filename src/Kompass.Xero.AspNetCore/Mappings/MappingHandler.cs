using Microsoft.AspNetCore.Http.HttpResults;

namespace Kompass.Xero.AspNetCore;

/// <summary>The pages Items, Accounts and Tax rates.</summary>
internal sealed class MappingHandler(
    ConfigurationSelector selector, MappingReader reader, MappingSaver saver, ILedgerLookup ledger, FlashCookie flash, AdminUsers users, AdminPaths paths)
{
    public async Task<IResult> ShowAsync(HttpContext http, MappingKind kind)
    {
        var selection = await selector.SelectAsync(http, http.Request.Query["configuration"]);
        return Show(http, await reader.ReadAsync(kind, selection, PageList.NumberOf(http), http.RequestAborted));
    }

    public async Task<IResult> SaveAsync(HttpContext http, MappingKind kind)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (selection, configuration, connection) = await selector.RequireConnectedAsync(http, form["configuration"]);
        _ = int.TryParse(form["page"], out var page);
        var model = MappingForm.Typed(await reader.ReadAsync(kind, selection, page, http.RequestAborted), form);
        if (form["step"] == "refresh" || model.HasUnknown)
        {
            // What was typed may have been added in Xero a minute ago.
            ledger.Forget(connection.OrganisationId);
            model = MappingForm.Typed(await reader.ReadAsync(kind, selection, page, http.RequestAborted), form);
        }

        if (model.Unavailable is not null)
        {
            return Show(http, model, StatusCodes.Status502BadGateway);
        }

        if (form["take"] is [{ } code, ..])
        {
            return Show(http, MappingForm.Filled(model, code));
        }

        switch (form["step"])
        {
            case "fill":
                return Show(http, MappingForm.Filled(model, code: null));
            case "find" or "refresh":
                return Show(http, model);
            default:
                break;
        }

        model = await saver.SaveAsync(model, configuration, users.Of(http).Name, http.RequestAborted);
        if (model.Problems.Count > 0)
        {
            return Show(http, model, StatusCodes.Status422UnprocessableEntity);
        }

        flash.Set(http, new(false, $"{model.Texts.Title} saved. The mappings apply to documents that have not been sent yet."));
        var path = paths.To(model.Texts.Path, configuration.Id);
        return Results.LocalRedirect(model.Page > 1 ? $"{path}&page={model.Page}" : path);
    }

    private static RazorComponentResult Show(HttpContext http, MappingModel model, int status = StatusCodes.Status200OK) =>
        Page.Of<MappingPage>(http, model with { Offer = MappingOffer.Of(model) }, status);
}
