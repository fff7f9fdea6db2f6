using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>Keeps what a consent brought: the token set once per user, the connection in its configuration.</summary>
internal sealed class ConnectionKeeper(ICredentialStore credentials, IConfigurationStore configurations, TimeProvider time, IEntropy entropy)
{
    /// <summary>What the id of every token set in the credential store begins with.</summary>
    public const string Prefix = "xero:";

    /// <summary>How long a consent waits for its confirmation.</summary>
    public static readonly TimeSpan PendingLifetime = TimeSpan.FromDays(1);

    private const int MostTries = 10;

    /// <summary>Stores a token set over the one that the same user had: the newest consent is the one that lives.</summary>
    public async Task<CredentialId> StoreAsync(TokenSet tokens)
    {
        var id = new CredentialId($"{Prefix}{tokens.UserId ?? entropy.NewGuid().ToString("N")}");
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

    /// <summary>
    /// Which organisation a configuration expects: the connected one, else the one that was connected before. Null for any.
    /// </summary>
    public async Task<RemoteOrganisationId?> ExpectedAsync(ConfigurationId id, CancellationToken cancellationToken) =>
        await configurations.GetAsync(id, cancellationToken) is { } configuration ? ConnectionRules.Expected(configuration) : null;

    /// <returns>
    /// Connected, OrganisationInUse, OtherOrganisation, ConfirmationRequired, or Failed when the configuration is gone;
    /// and the configuration as it stands afterwards.
    /// </returns>
    public async Task<(ConnectOutcome Outcome, SyncConfiguration? Configuration)> ConnectAsync(
        ConfigurationId id, RemoteConnection connection, bool isConfirmed)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await configurations.GetAsync(id, CancellationToken.None) is not { } configuration)
            {
                return (ConnectOutcome.Failed, null);
            }

            if ((await configurations.ListAsync(CancellationToken.None))
                .Any(c => c.Id != id && c.Connection?.OrganisationId == connection.OrganisationId))
            {
                return (ConnectOutcome.OrganisationInUse, configuration);
            }

            var (outcome, changed) = ConnectionRules.Decide(configuration, connection, isConfirmed);
            try
            {
                return (outcome, changed == configuration
                    ? configuration
                    : await configurations.SaveAsync(changed, [ConnectionAudit.Connected(configuration, connection, outcome, isConfirmed)], CancellationToken.None));
            }
            catch (StoreConflictException) when (attempt < MostTries)
            {
                // Somebody saved a setting meanwhile.
            }
            catch (ConfigurationException)
            {
                return (ConnectOutcome.OrganisationInUse, configuration);
            }
        }
    }

    /// <summary>Turns the sync off. Null when the configuration does not exist.</summary>
    public Task<SyncConfiguration?> StopAsync(ConfigurationId id, string requestedBy, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return ChangeAsync(id, c => c with { IsEnabled = false }, c => ConnectionAudit.Stopped(c, requestedBy, now), cancellationToken);
    }

    /// <summary>Removes the connection, or the one that waits, and the token set when no other configuration uses it.</summary>
    public async Task RemoveAsync(ConfigurationId id, RemoteConnection connection, string requestedBy, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await ChangeAsync(
            id,
            c => ConnectionRules.Without(c, connection, now, requestedBy),
            c => ConnectionAudit.Disconnected(c, requestedBy, now),
            cancellationToken);
        if (!await IsClaimedAsync(connection.CredentialId, cancellationToken))
        {
            await credentials.RemoveAsync(connection.CredentialId, cancellationToken);
        }
    }

    /// <summary>Drops the consents that wait for a confirmation since before an instant.</summary>
    public async Task DropPendingAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (var configuration in await configurations.ListAsync(cancellationToken))
        {
            if (configuration.PendingConnection?.ConnectedAt <= before)
            {
                await ChangeAsync(
                    configuration.Id,
                    c => c.PendingConnection?.ConnectedAt <= before ? c with { PendingConnection = null } : c,
                    _ => null,
                    cancellationToken);
            }
        }
    }

    /// <summary>Whether a configuration other than this one uses the token set.</summary>
    public async Task<bool> IsSharedAsync(ConfigurationId id, CredentialId credential, CancellationToken cancellationToken) =>
        (await configurations.ListAsync(cancellationToken)).Any(c => c.Id != id && ConnectionRules.Uses(c, credential));

    /// <summary>Whether any configuration uses the token set.</summary>
    public async Task<bool> IsClaimedAsync(CredentialId credential, CancellationToken cancellationToken) =>
        (await configurations.ListAsync(cancellationToken)).Any(c => ConnectionRules.Uses(c, credential));

    private async Task<SyncConfiguration?> ChangeAsync(
        ConfigurationId id,
        Func<SyncConfiguration, SyncConfiguration> change,
        Func<SyncConfiguration, AuditEntry?> audit,
        CancellationToken cancellationToken)
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
                return await configurations.SaveAsync(changed, audit(configuration) is { } entry ? [entry] : [], cancellationToken);
            }
            catch (StoreConflictException) when (attempt < MostTries)
            {
                // Read again, change again.
            }
        }
    }
}
