namespace Kompass.Xero.AspNetCore;

internal sealed class ReconciliationReader(IContactReview reviews, IClientSource clients, JobQueue jobs, TimeProvider time)
{
    /// <summary>As many rows as a page carries well below a hundred kilobytes, long names and all.</summary>
    public const int RowsOfAPage = 25;

    public async Task<ReconciliationModel> ReadAsync(HttpContext http, Selection selection, ReviewQuery query)
    {
        if (selection.Current is not { Connection: not null } configuration)
        {
            return new(selection, query);
        }

        var model = new ReconciliationModel(selection, query) { Job = jobs.StatusOf(configuration.Id, JobKind.Comparison), Now = time.GetUtcNow() };
        if (await reviews.OpenAsync(configuration.Id, query.Report, http.RequestAborted) is not { } review)
        {
            return model;
        }

        var rows = PageList<ReviewedRow>.Of(ReviewFilters.Select(review.Rows, query.Filter, query.Find), query.Page, RowsOfAPage);
        IEnumerable<int> decided = query.DoneOf == review.Report.Id ? query.Done : [];
        List<ReviewedRow> done = [.. decided.Select(review.Find).OfType<ReviewedRow>().Where(row => row.State != ReviewState.Open)];
        return model with
        {
            Review = review,
            Counts = ReviewFilters.Count(review.Rows),
            Rows = rows,
            Done = done,
            Names = await NamesAsync(configuration, [.. rows.Items, .. done], http.RequestAborted),
            Ticked = query.IsTicked ? rows.Items.Select(row => row.Row.Number).ToHashSet() : [],
        };
    }

    private async Task<IReadOnlyDictionary<ClientId, string>> NamesAsync(
        SyncConfiguration configuration, IEnumerable<ReviewedRow> rows, CancellationToken cancellationToken)
    {
        var others = rows.Where(row => row.Link is { } link && link.ClientId != row.Row.Client?.Id).Select(row => row.Link!.ClientId).ToHashSet();
        return others.Count == 0
            ? new Dictionary<ClientId, string>()
            : (await clients.FindAsync(configuration.Organisations, others, cancellationToken))
                .Where(item => item.Record is not null)
                .ToDictionary(item => item.Key, item => item.Record!.Name);
    }
}
