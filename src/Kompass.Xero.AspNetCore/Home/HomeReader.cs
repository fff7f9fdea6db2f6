using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Xero.AspNetCore;

/// <summary>Gathers how one configuration stands.</summary>
internal sealed class HomeReader(
    IConfigurationManager manager,
    ILedgerCatalogue organisations,
    ISyncJournal journal,
    ConfigurationNames names,
    JobQueue jobs,
    PageState page,
    IServiceProvider services)
{
    private const int MostRuns = 50;

    public async Task<HomeModel> ReadAsync(SyncConfiguration configuration, CancellationToken cancellationToken)
    {
        await page.TellTimeOfAsync(configuration.Connection, cancellationToken);
        var runs = await journal.GetRunsAsync(configuration.Id, MostRuns, cancellationToken);
        var last = runs.Count == 0 ? null : runs[0];
        var times = services.GetService<IRunTimes>();
        var model = new HomeModel(configuration, await names.OfAsync(configuration, cancellationToken))
        {
            LastRun = last,
            LastEqual = runs.FirstOrDefault(run => run.TieOut is { IsEqual: true }),
            NextRun = times?.NextOf(configuration, last),
            Interval = times?.IntervalOf(configuration),
            Job = jobs.StatusOf(configuration.Id, JobKind.Sync),
        };
        return configuration.Connection is { } connection ? await ReadAsync(model, connection, cancellationToken) : model;
    }

    private async Task<HomeModel> ReadAsync(HomeModel model, RemoteConnection connection, CancellationToken cancellationToken)
    {
        var holds = await journal.GetHoldsAsync(connection.OrganisationId, cancellationToken);
        model = model with { Held = holds.Count, HeldMoney = holds.Sum(hold => hold.Amount ?? 0) };
        try
        {
            return model with
            {
                Organisation = await organisations.GetOrganisationAsync(connection, cancellationToken),
                Interlock = model.Configuration.IsEnabled ? null : await manager.GetInterlockAsync(model.Configuration.Id, cancellationToken),
            };
        }
        catch (RemoteLedgerException)
        {
            // The page says what is known without Xero.
            return model;
        }
    }
}
