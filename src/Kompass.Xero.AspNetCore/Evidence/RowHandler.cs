namespace Kompass.Xero.AspNetCore;

/// <summary>Shows one row with its evidence: what the comparison kept, and the contact's newest invoices, read now by one call.</summary>
internal sealed class RowHandler(
    ConfigurationSelector selector,
    IContactReview reviews,
    IContactActivity activity,
    IMappingStore mappings,
    IClientSource clients,
    TimeProvider time)
{
    public const int MostInvoices = 5;
    public const int MostClients = 25;

    /// <summary>How long the page waits for the invoices before it says that they were not read.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    public async Task<IResult> ShowAsync(HttpContext http, Guid id)
    {
        var fields = http.Request.Query;
        var selection = await selector.SelectAsync(http, fields["configuration"]);
        return int.TryParse(fields["number"], out var number) && selection.Current?.Connection is not null
            ? await ShowAsync(http, selection, new(id), number, ReviewQuery.Of(fields), fields["q"], problem: null)
            : Notice.NotFound(http);
    }

    public async Task<IResult> ShowAsync(
        HttpContext http, Selection selection, ReconciliationId report, int number, ReviewQuery query, string? search, RowProblem? problem)
    {
        var configuration = selection.Current!;
        if (await reviews.OpenAsync(configuration.Id, report, http.RequestAborted) is not { } review || review.Find(number) is not { } row)
        {
            return Notice.NotFound(http);
        }

        var model = new RowModel(selection, review, row, query with { Report = review.IsLatest ? null : report }) { Problem = problem?.Text, IsChoiceRefused = problem is { IsChoice: true }, Chosen = problem?.Chosen };
        model = await SearchAsync(model, configuration, search?.Trim(), http.RequestAborted);
        model = await ReadInvoicesAsync(model, configuration.Connection!, http.RequestAborted);
        return Page.Of<RowPage>(http, model, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<RowModel> SearchAsync(RowModel model, SyncConfiguration configuration, string? search, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(search) || model.Row.Row.Contact is null)
        {
            return model;
        }

        var text = search.Length > ReviewQuery.LongestFind ? search[..ReviewQuery.LongestFind] : search;
        var found = await clients.SearchAsync(configuration.Organisations, text, MostClients + 1, cancellationToken);
        var links = await mappings.FindContactLinksAsync(configuration.Connection!.OrganisationId, [.. found.Select(client => client.Id)], cancellationToken);
        return model with
        {
            Search = text,
            IsCutShort = found.Count > MostClients,
            Found =
            [
                .. found.Take(MostClients)
                    .OrderBy(client => client.Name, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(client => client.Id.Value, StringComparer.Ordinal)
                    .Select(client => new FoundClient(client, links.FirstOrDefault(link => link.ClientId == client.Id))),
            ],
        };
    }

    private async Task<RowModel> ReadInvoicesAsync(RowModel model, RemoteConnection connection, CancellationToken cancellationToken)
    {
        if (model.Row.Row.Contact is not { } contact)
        {
            return model;
        }

        using var late = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return model with { Invoices = await activity.ReadLatestAsync(connection, contact.Id, MostInvoices, either.Token) };
        }
        catch (RemoteLedgerException failure)
        {
            return model with { NotRead = failure.Message };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return model with { NotRead = "Xero did not answer in time. Open the page again." };
        }
    }
}
