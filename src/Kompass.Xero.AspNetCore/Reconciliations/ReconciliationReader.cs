namespace Kompass.Xero.AspNetCore;

internal sealed class ReconciliationReader(IReconciliationStore reports, JobQueue jobs)
{
    public async Task<ReconciliationModel> ReadAsync(HttpContext http, Selection selection)
    {
        if (selection.Current is not { Connection: { } connection } configuration)
        {
            return new(selection);
        }

        var report = await reports.GetLatestAsync(configuration.Id, connection.OrganisationId, http.RequestAborted);
        return new(selection)
        {
            Job = jobs.StatusOf(configuration.Id, JobKind.Comparison),
            Report = report,
            Rows = PageList<ReconciliationRow>.Of(report?.Rows ?? [], http),
        };
    }
}
