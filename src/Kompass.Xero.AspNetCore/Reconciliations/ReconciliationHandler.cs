using System.Globalization;

namespace Kompass.Xero.AspNetCore;

/// <summary>The page Reconciliations.</summary>
internal sealed class ReconciliationHandler(ConfigurationSelector selector, ReconciliationReader reader, IContactReview reviews, AdminPaths paths)
{
    /// <summary>How often the page looks again while a comparison is under way.</summary>
    public static readonly TimeSpan Reload = TimeSpan.FromSeconds(5);

    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var selection = await selector.SelectAsync(http, http.Request.Query["configuration"]);
        var query = ReviewQuery.Of(http.Request.Query);
        var model = await reader.ReadAsync(http, selection, query);
        if (query.Report is not null && model.Review is null && selection.Missing is null)
        {
            return Notice.NotFound(http);
        }

        if (model.IsReloading)
        {
            // The header and not an element, so that a person who stops it leaves no trace of it in the page.
            var seconds = Reload.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            http.Response.Headers["Refresh"] = $"{seconds}; url={query.Address(paths, selection.Current!.Id)}";
        }

        return Page.Of<ReconciliationPage>(http, model);
    }

    public async Task<IResult> ListAsync(HttpContext http)
    {
        var selection = await selector.SelectAsync(http, http.Request.Query["configuration"]);
        IReadOnlyList<KeptComparison> kept = selection.Current is { Connection: not null } configuration
            ? await reviews.ListAsync(configuration.Id, http.RequestAborted)
            : [];
        return Page.Of<ComparisonListPage>(http, new ComparisonListModel(selection, PageList<KeptComparison>.Of(kept, http)));
    }
}
