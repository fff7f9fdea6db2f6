using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

/// <summary>
/// Notes on the configuration that its connection is lost, and that it works again. Several nodes may notice at once: who
/// saves the note first tells people, so that each loss is told once at most. Thread-safe.
/// </summary>
internal sealed class ConnectionWatch(
    IConfigurationStore configurations,
    PeopleTeller people,
    ProviderDescriptor provider,
    TimeProvider clock,
    ILogger<ConnectionWatch> logger)
{
    /// <summary>Notes a fault that only a person can mend; does nothing for any other.</summary>
    public async Task NoteAsync(ConfigurationId id, RemoteConnection connection, RemoteLedgerException fault, CancellationToken cancellationToken)
    {
        if (fault.Fault is not (RemoteFault.ReconnectRequired or RemoteFault.Disconnected))
        {
            return;
        }

        var loss = new ConnectionLoss(clock.GetUtcNow(), fault.Message);
        if (await SetAsync(id, connection, loss, cancellationToken) is not { } saved)
        {
            return;
        }

        logger.ConnectionLost(id, connection.OrganisationId);
        await people.TellAsync(saved, Letter(saved, connection, loss), cancellationToken);
    }

    /// <summary>Takes the note back once the ledger has answered through the connection.</summary>
    public async Task WorksAsync(SyncConfiguration configuration, CancellationToken cancellationToken)
    {
        if (configuration.Connection is { Loss: not null } connection
            && await SetAsync(configuration.Id, connection, loss: null, cancellationToken) is { } saved)
        {
            logger.ConnectionWorks(configuration.Id, connection.OrganisationId);
            await people.TellAsync(saved, WellAgain(saved, connection), cancellationToken);
        }
    }

    /// <returns>The configuration as saved; null when it says so already, or was connected anew meanwhile.</returns>
    private async Task<SyncConfiguration?> SetAsync(
        ConfigurationId id, RemoteConnection connection, ConnectionLoss? loss, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = await configurations.GetAsync(id, cancellationToken);
            if (current?.Connection is not { } standing
                || !IsSame(standing, connection)
                || (standing.Loss is null) == (loss is null))
            {
                return null;
            }

            try
            {
                return await configurations.SaveAsync(current with { Connection = standing with { Loss = loss } }, cancellationToken);
            }
            catch (StoreConflictException)
            {
                // Somebody saved the configuration meanwhile: it says whether the note is still to be made.
            }
        }
    }

    private static bool IsSame(RemoteConnection one, RemoteConnection other) =>
        (one.OrganisationId, one.CredentialId, one.ConnectionReference, one.ConnectedAt)
        == (other.OrganisationId, other.CredentialId, other.ConnectionReference, other.ConnectedAt);

    private Notification WellAgain(SyncConfiguration configuration, RemoteConnection connection) => new(
        configuration.Id,
        $"{provider.DisplayName} is reached again: {connection.OrganisationName}",
        $"""
        Kompass reaches the {provider.DisplayName} organisation "{connection.OrganisationName}" again. What waited goes on by itself.
        """);

    private Notification Letter(SyncConfiguration configuration, RemoteConnection connection, ConnectionLoss loss) => new(
        configuration.Id,
        $"{provider.DisplayName} has to be authorised again: {connection.OrganisationName}",
        $"""
        Kompass can no longer reach the {provider.DisplayName} organisation "{connection.OrganisationName}".

        {loss.Message}

        Nothing is lost: what is not sent yet waits. Open the configuration in Kompass and authorise the same organisation again.
        """);
}
