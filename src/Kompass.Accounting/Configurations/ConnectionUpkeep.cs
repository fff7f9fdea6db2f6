using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

/// <summary>Keeps every connection alive, those of disabled and paused configurations too, and cleans up after authorisations.</summary>
internal sealed class ConnectionUpkeep(
    IEnumerable<IConnectionCare> adapters,
    IConfigurationStore configurations,
    ConnectionWatch watch,
    ILogger<ConnectionUpkeep> logger) : IConnectionUpkeep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (adapters.LastOrDefault() is not { } care)
        {
            return;
        }

        foreach (var configuration in await configurations.ListAsync(cancellationToken))
        {
            if (configuration.Connection is { } connection)
            {
                await KeepAliveAsync(care, configuration.Id, connection, cancellationToken);
            }
        }

        await care.CleanAsync(cancellationToken);
    }

    private async Task KeepAliveAsync(IConnectionCare care, ConfigurationId id, RemoteConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await care.KeepAliveAsync(connection, cancellationToken);
        }
        catch (RemoteLedgerException fault)
        {
            logger.NotKeptAlive(id, fault.Fault);
            await watch.NoteAsync(id, connection, fault, cancellationToken);
        }
    }
}
