using Microsoft.AspNetCore.Http.HttpResults;

namespace Kompass.Xero.AspNetCore;

/// <summary>The page Records: what waits, was skipped or was changed, by cause, and what a person does about it.</summary>
internal sealed class RecordHandler(ConfigurationSelector selector, RecordReader reader, RepairAgent agent, AdminUsers users)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var selection = await selector.SelectAsync(http, http.Request.Query["configuration"]);
        return Page.Of<RecordPage>(http, await reader.ReadAsync(selection, http.Request.Query["find"], PageList.NumberOf(http), http.RequestAborted));
    }

    public async Task<IResult> RepairAsync(HttpContext http)
    {
        var fields = await http.Request.ReadFormAsync(http.RequestAborted);
        var (selection, configuration, _) = await selector.RequireConnectedAsync(http, fields["configuration"]);
        var page = PageList.NumberOf(fields["page"].ToString());
        var model = await reader.ReadAsync(selection, fields["find"], page, http.RequestAborted);
        var form = RepairForm.Read(fields);
        var rows = model.Ticked(form);
        if (form.Check(rows, model.Gone(form)) is { Count: > 0 } problems)
        {
            return Refuse(http, model, form, problems, StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            var results = await agent.RepairAsync(configuration.Id, form, rows, new(users.Of(http).Name, form.Reason), http.RequestAborted);
            var titles = rows.ToDictionary(row => row.Record, row => row.Title);
            model = await reader.ReadAsync(selection, model.Find, page, http.RequestAborted);
            return Page.Of<RecordPage>(http, model with
            {
                Results = [.. results.OrderBy(result => result.IsDone).Select(result => (titles.GetValueOrDefault(result.Record, result.Record.Id), result))],
            });
        }
        catch (ConfigurationException refused)
        {
            return Refuse(http, model, form, [.. refused.Problems.Select(problem => problem.Message)], StatusCodes.Status422UnprocessableEntity);
        }
        catch (RemoteLedgerException failure)
        {
            return Refuse(http, model, form, [failure.Message], StatusCodes.Status502BadGateway);
        }
    }

    private static RazorComponentResult Refuse(HttpContext http, RecordModel model, RepairForm form, IReadOnlyList<string> problems, int status) =>
        Page.Of<RecordPage>(http, model with { Form = form with { Problems = problems } }, status);
}
