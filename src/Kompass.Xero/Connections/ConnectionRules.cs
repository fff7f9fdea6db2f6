using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>Which organisation a configuration may be connected to, and what it keeps: pure functions.</summary>
internal static class ConnectionRules
{
    /// <summary>The connected organisation, else the one that was connected before; null while any will do.</summary>
    public static RemoteOrganisationId? Expected(SyncConfiguration configuration) =>
        configuration.Connection?.OrganisationId ?? configuration.FormerConnection?.OrganisationId;

    public static bool Uses(SyncConfiguration configuration, CredentialId credential) =>
        configuration.Connection?.CredentialId == credential || configuration.PendingConnection?.CredentialId == credential;

    /// <summary>
    /// A consent renews the connection to the expected organisation. Another one is refused while a connection stands; after a
    /// disconnection it waits until a person confirms it.
    /// </summary>
    public static (ConnectOutcome Outcome, SyncConfiguration Configuration) Decide(
        SyncConfiguration configuration, RemoteConnection connection, bool isConfirmed)
    {
        var isExpected = Expected(configuration) is not { } expected || expected == connection.OrganisationId;
        return isExpected || (isConfirmed && configuration.Connection is null)
            ? (ConnectOutcome.Connected, With(configuration, connection, isExpected))
            : configuration.Connection is not null
                ? (ConnectOutcome.OtherOrganisation, configuration)
                : (ConnectOutcome.ConfirmationRequired, configuration with { PendingConnection = connection });
    }

    /// <summary>The configuration without a connection, or without the one that waits. What was connected is remembered.</summary>
    public static SyncConfiguration Without(SyncConfiguration configuration, RemoteConnection connection, DateTimeOffset now, string requestedBy) =>
        configuration.Connection is not { } standing
            ? configuration with { IsEnabled = false, PendingConnection = null }
            : standing.OrganisationId != connection.OrganisationId
                ? configuration
                : configuration with
                {
                    IsEnabled = false,
                    Connection = null,
                    PendingConnection = null,
                    FormerConnection = new(standing.OrganisationId, standing.OrganisationName, now, requestedBy),
                };

    // Accounts and items belong to one organisation: what was chosen from another one's must not be used.
    private static SyncConfiguration With(SyncConfiguration configuration, RemoteConnection connection, bool isExpected)
    {
        var connected = configuration with { Connection = connection, FormerConnection = null, PendingConnection = null };
        return isExpected
            ? connected
            : connected with
            {
                IsEnabled = false,
                DefaultAccountId = null,
                DefaultItemCode = null,
                Documents = connected.Documents with { Differences = DifferencePolicy.Hold, RoundingAccountId = null },
                InterlockOverride = null,
                Backlog = null,
            };
    }
}
