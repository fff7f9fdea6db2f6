namespace Kompass.Xero.AspNetCore;

/// <summary>Takes decisions about the rows of a comparison.</summary>
internal sealed class ReviewHandler(
    ConfigurationSelector selector,
    ReconciliationReader reader,
    RowHandler rowHandler,
    IContactReview reviews,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    public async Task<IResult> DecideAsync(HttpContext http, Guid id)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (selection, configuration, _) = await selector.RequireConnectedAsync(http, form["configuration"]);
        var query = ReviewQuery.Of(form);
        var order = ReviewOrder.Read(form);
        var result = order.Problem is null
            ? await DoAsync(http, configuration.Id, new(id), order)
            : new() { Rows = [], Refusals = [new(0, order.Problem)] };
        if (result.Refusals.Count == 0)
        {
            flash.Set(http, new(false, Told(order, result)));
            return Results.LocalRedirect($"{query.Address(paths, configuration.Id)}{DoneTail(id, order, result)}");
        }

        if (form["from"] == "row" && order.Rows is [var number])
        {
            return await rowHandler.ShowAsync(http, selection, new(id), number, query, form["q"].ToString(), new(result.Refusals[0].Message, order.IsChoice, order.Client));
        }

        return await RefuseAsync(http, selection, id, query, order, result);
    }

    private Task<ReviewResult> DoAsync(HttpContext http, ConfigurationId configuration, ReconciliationId report, ReviewOrder order) =>
        order.Choice is { } choice
            ? reviews.DecideAsync(configuration, report, order.Decisions(choice), users.Of(http).Name, http.RequestAborted)
            : reviews.TakeBackAsync(configuration, report, order.Rows, users.Of(http).Name, http.RequestAborted);

    private static string DoneTail(Guid id, ReviewOrder order, ReviewResult result) =>
        order.Choice is null ? "" : $"&done={string.Join('-', result.Rows)}&of={id}#comparison";

    private static string Told(ReviewOrder order, ReviewResult result) => order.Choice switch
    {
        RowChoice.Link => $"{Texts.Count(result.Rows.Count, "row is", "rows are")} linked.{(order.Client is null ? "" : " The client that the row listed is free again: the next comparison says what it resembles.")}",
        RowChoice.Create => $"{Texts.Count(result.Rows.Count, "client gets", "clients get")} a contact of its own once the sync is enabled.",
        RowChoice.Ignore => $"{Texts.Count(result.Rows.Count, "row is", "rows are")} ignored.",
        _ => $"{Texts.Count(result.Rows.Count, "decision was", "decisions were")} taken back.",
    };

    private async Task<IResult> RefuseAsync(HttpContext http, Selection selection, Guid id, ReviewQuery query, ReviewOrder order, ReviewResult result)
    {
        query = order.Choice is null ? query : query with { Done = result.Rows, DoneOf = new(id) };
        var model = await reader.ReadAsync(http, selection, query);
        if (model.Review?.Report.Id.Value != id)
        {
            model = await reader.ReadAsync(http, selection, query with { Report = new(id) });
        }

        var refused = result.Refusals.Select(refusal => refusal.Row).ToHashSet();
        return Page.Of<ReconciliationPage>(
            http,
            model with
            {
                Problems = [.. result.Refusals.Select(refusal => (model.Review?.Find(refusal.Row) is { } row ? ReviewTexts.Title(row.Row) : null, refusal.Message))],
                Ticked = refused.Contains(0) ? [.. order.Rows] : refused,
            },
            StatusCodes.Status422UnprocessableEntity);
    }
}
