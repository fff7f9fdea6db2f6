using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>Keeps what a consent brought: the token set once per user, the connection in its configuration.</summary>
internal sealed class ConnectionKeeper(ICredentialStore credentials, IConfigurationStore configurations, IEntropy entropy)
{
    private const int MostTries = 10;

    /// <summary>Stores a token set over the one that the same user had: the newest consent is the one that lives.</summary>
    public async Task<CredentialId> StoreAsync(TokenSet tokens)
    {
        var id = new CredentialId($"xero:{tokens.UserId ?? entropy.NewGuid().ToString("N")}");
        var payload = TokenSetPayload.Write(tokens);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var stored = await credentials.GetAsync(id, CancellationToken.None);
                if (stored is null && attempt > 1)
                {
                    // There, and not readable: its key is lost, so it cannot be replaced by version.
                    await credentials.RemoveAsync(id, CancellationToken.None);
                }

                await credentials.SaveAsync(id, payload, stored?.Version ?? 0, CancellationToken.None);
                return id;
            }
            catch (StoreConflictException) when (attempt < MostTries)
            {
                // A renewal of the older set came in between.
            }
        }
    }

    /// <returns>Connected, OrganisationInUse, or Failed when the configuration is gone.</returns>
    public async Task<ConnectOutcome> ConnectAsync(ConfigurationId id, RemoteConnection connection)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await configurations.GetAsync(id, CancellationToken.None) is not { } configuration)
            {
                return ConnectOutcome.Failed;
            }

            if ((await configurations.ListAsync(CancellationToken.None))
                .Any(c => c.Id != id && c.Connection?.OrganisationId == connection.OrganisationId))
            {
                return ConnectOutcome.OrganisationInUse;
            }

            try
            {
                await configurations.SaveAsync(With(configuration, connection), CancellationToken.None);
                return ConnectOutcome.Connected;
            }
            catch (StoreConflictException) when (attempt < MostTries)
            {
                // Somebody saved a setting meanwhile.
            }
            catch (ConfigurationException)
            {
                return ConnectOutcome.OrganisationInUse;
            }
        }
    }

    /// <summary>Turns the sync off. Null when the configuration does not exist.</summary>
    public Task<SyncConfiguration?> StopAsync(ConfigurationId id, CancellationToken cancellationToken) =>
        ChangeAsync(id, c => c with { IsEnabled = false }, cancellationToken);

    /// <summary>Removes the connection, and the token set when no other configuration uses it.</summary>
    public async Task RemoveAsync(ConfigurationId id, RemoteConnection connection, CancellationToken cancellationToken)
    {
        await ChangeAsync(id, c => c with { IsEnabled = false, Connection = null }, cancellationToken);
        if (!await IsSharedAsync(id, connection.CredentialId, cancellationToken))
        {
            await credentials.RemoveAsync(connection.CredentialId, cancellationToken);
        }
    }

    /// <summary>Whether a configuration other than this one uses the token set.</summary>
    public async Task<bool> IsSharedAsync(ConfigurationId id, CredentialId credential, CancellationToken cancellationToken) =>
        (await configurations.ListAsync(cancellationToken)).Any(c => c.Id != id && c.Connection?.CredentialId == credential);

    // Accounts and items belong to one organisation: what was chosen from another one's must not be used.
    private static SyncConfiguration With(SyncConfiguration configuration, RemoteConnection connection) =>
        configuration.Connection?.OrganisationId is { } earlier && earlier != connection.OrganisationId
            ? configuration with
            {
                Connection = connection,
                IsEnabled = false,
                DefaultAccountId = null,
                DefaultItemCode = null,
                InterlockOverride = null,
            }
            : configuration with { Connection = connection };

    private async Task<SyncConfiguration?> ChangeAsync(
        ConfigurationId id, Func<SyncConfiguration, SyncConfiguration> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await configurations.GetAsync(id, cancellationToken) is not { } configuration)
            {
                return null;
            }

            var changed = change(configuration);
            if (changed == configuration)
            {
                return configuration;
            }

            try
            {
                return await configurations.SaveAsync(changed, cancellationToken);
            }
            catch (StoreConflictException) when (attempt < MostTries)
            {
                // Read again, change again.
            }
        }
    }
}
