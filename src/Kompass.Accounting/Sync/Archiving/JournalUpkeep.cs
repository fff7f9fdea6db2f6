using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>Archives organisation by organisation, each under its lease and a few records at a time, so that nobody waits for it.</summary>
internal sealed partial class JournalUpkeep(
    IConfigurationStore configurations,
    ISyncJournal journal,
    Leases leases,
    IOptions<SyncOptions> options,
    TimeProvider clock,
    ILogger<JournalUpkeep> logger) : IJournalUpkeep
{
    private const int AtOnce = 500;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var retention = options.Value.JournalRetention;
        if (retention == Timeout.InfiniteTimeSpan)
        {
            return 0;
        }

        var before = clock.GetUtcNow() - retention;
        var moved = 0;
        foreach (var configuration in await configurations.ListAsync(cancellationToken))
        {
            if (configuration.Connection is { } connection)
            {
                moved += await ArchiveAsync(connection.OrganisationId, before, cancellationToken);
            }
        }

        return moved;
    }

    private async Task<int> ArchiveAsync(RemoteOrganisationId organisation, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var held = await leases.TryTakeAsync(organisation, cancellationToken);
        if (held is null)
        {
            return 0;
        }

        var total = 0;
        try
        {
            int moved;
            do
            {
                moved = await journal.ArchiveAsync(held.Lease, before, AtOnce, cancellationToken);
                total += moved;
            }
            while (moved == AtOnce);
        }
        catch (LeaseLostException exception)
        {
            LogLost(exception, organisation);
        }

        if (total > 0)
        {
            LogArchived(organisation, total, before);
        }

        return total;
    }

    [LoggerMessage(3040, LogLevel.Information, "The journal of organisation {Organisation}: {Count} operations and runs from before {Before} were archived.")]
    private partial void LogArchived(RemoteOrganisationId organisation, int count, DateTimeOffset before);

    [LoggerMessage(3041, LogLevel.Warning, "The journal of organisation {Organisation} could not be archived further, since another node is at work; the next upkeep goes on.")]
    private partial void LogLost(Exception exception, RemoteOrganisationId organisation);
}
