using System.Buffers.Text;
using Kompass.Accounting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>Connects a configuration to a Xero organisation and disconnects it.</summary>
internal sealed class XeroConnector(
    XeroIdentity identity,
    XeroTokens tokens,
    XeroConnections connections,
    ConnectionKeeper keeper,
    ICredentialStore credentials,
    IConfigurationStore configurations,
    IOptions<XeroOptions> options,
    TimeProvider time,
    IEntropy entropy,
    ILogger<XeroConnector> log) : ILedgerConnector
{
    public async Task<AuthorizationRequest> BeginAsync(
        ConfigurationId configuration, AuthorizationIntent intent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intent);
        ConfigurationException.ThrowIfNobodyActs(intent.RequestedBy);
        if (await configurations.GetAsync(configuration, cancellationToken) is null)
        {
            throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncConfiguration.Id), $"KX1201 There is no configuration {configuration}. Create it before connecting Xero."));
        }

        var request = identity.Begin();
        var binding = Secret();
        var attempt = new ConsentAttempt
        {
            ConfigurationId = configuration.Value,
            RequestedBy = intent.RequestedBy,
            ReturnPath = LocalPath.OrNull(intent.ReturnPath),
            CodeVerifier = request.CodeVerifier,
            BindingHash = ConsentAttempt.Hash(binding),
            ExpiresAt = time.GetUtcNow() + ConsentAttempt.Lifetime,
        };
        await credentials.SaveAsync(ConsentAttempt.IdOf(request.State), attempt.Write(), expectedVersion: 0, cancellationToken);
        return new(request.Url, binding);
    }

    public async Task<ConnectResult> CompleteAsync(AuthorizationResponse response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (await TakeAsync(response, cancellationToken) is not { } attempt)
        {
            return ConnectResults.Invalid();
        }

        var result = await CompleteAsync(attempt, response);
        if (result.Outcome != ConnectOutcome.Connected)
        {
            IdentityLog.ConsentFailed(log, attempt.ConfigurationId, result.Outcome.ToString());
        }

        return result with { ConfigurationId = new(attempt.ConfigurationId), ReturnPath = attempt.ReturnPath };
    }

    public async Task<ConnectResult> ConfirmAsync(
        ConfigurationId configuration, string organisationName, string requestedBy, CancellationToken cancellationToken)
    {
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        if (await configurations.GetAsync(configuration, cancellationToken) is not { PendingConnection: { } pending } waiting)
        {
            return ConnectResults.NothingPending() with { ConfigurationId = configuration };
        }

        var result = string.Equals(organisationName.Trim(), pending.OrganisationName.Trim(), StringComparison.OrdinalIgnoreCase)
            ? await ConnectAsync(
                configuration, pending with { ConnectedAt = time.GetUtcNow(), ConnectedBy = requestedBy }, isConfirmed: true, others: [], missing: [])
            : ConnectResults.Unconfirmed(waiting.FormerConnection?.OrganisationName ?? "another organisation", pending);
        return result with { ConfigurationId = configuration };
    }

    public async Task DisconnectAsync(ConfigurationId configuration, string requestedBy, CancellationToken cancellationToken)
    {
        ConfigurationException.ThrowIfNobodyActs(requestedBy);

        // Stopped first: should Xero not answer now, nothing is sent any more and disconnecting can be tried again.
        var stopped = await keeper.StopAsync(configuration, requestedBy, cancellationToken);
        if ((stopped?.Connection ?? stopped?.PendingConnection) is not { } connection)
        {
            return;
        }

        try
        {
            var set = await tokens.GetAsync(connection.CredentialId, refused: null, cancellationToken);
            await connections.DeleteAsync(set.AccessToken, connection.ConnectionReference, cancellationToken);
            if (!await keeper.IsSharedAsync(configuration, connection.CredentialId, cancellationToken))
            {
                await identity.RevokeAsync(set, cancellationToken);
            }
        }
        catch (XeroIdentityException e) when (e.Fault == XeroIdentityFault.ReconnectRequired)
        {
            // Xero already forgot the consent: there is nothing left to take back.
        }
        catch (XeroIdentityException e)
        {
            throw RemoteFaults.Of(e);
        }
        catch (XeroApiException e) when (e.Kind is not (XeroErrorKind.Unauthorized or XeroErrorKind.Disconnected))
        {
            throw RemoteFaults.Of(e);
        }
        catch (XeroApiException)
        {
            // Removed on Xero's side before.
        }

        await keeper.RemoveAsync(configuration, connection, requestedBy, cancellationToken);
        IdentityLog.ConfigurationDisconnected(log, configuration.Value, connection.OrganisationId.Value, requestedBy);
    }

    private async Task<ConsentAttempt?> TakeAsync(AuthorizationResponse response, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(response.State))
        {
            return null;
        }

        // Taken before it is judged: whatever is wrong with this response, there is no second try with the same state.
        var stored = await credentials.TakeAsync(ConsentAttempt.IdOf(response.State), cancellationToken);
        var attempt = stored is null ? null : ConsentAttempt.Read(stored.Payload.Span);
        return attempt is not null && time.GetUtcNow() < attempt.ExpiresAt && attempt.IsBoundTo(response.BrowserBinding) ? attempt : null;
    }

    // The code is spent by the exchange, so from there on a browser that goes away does not stop the work.
    private async Task<ConnectResult> CompleteAsync(ConsentAttempt attempt, AuthorizationResponse response)
    {
        if (response.Error is { } error)
        {
            return error == "access_denied" ? ConnectResults.Refused() : ConnectResults.Failed($"Xero reported '{ConnectResults.Plain(error)}'.");
        }

        if (string.IsNullOrEmpty(response.Code))
        {
            return ConnectResults.Invalid();
        }

        try
        {
            var set = await identity.ExchangeAsync(response.Code, attempt.CodeVerifier, CancellationToken.None);
            var credential = await keeper.StoreAsync(set);
            if (set.AuthenticationEventId is not { } consent)
            {
                return ConnectResults.Failed("Xero did not say which consent this is, so the organisation cannot be told from earlier ones.");
            }

            var granted = await GrantedAsync(set.AccessToken, consent);
            return granted.Count == 0 ? ConnectResults.NoOrganisation() : await SelectAsync(attempt, set, credential, granted);
        }
        catch (XeroIdentityException e)
        {
            return ConnectResults.Failed(e.Message);
        }
        catch (XeroApiException e)
        {
            return ConnectResults.Failed(e.Message);
        }
    }

    private async Task<ConnectResult> SelectAsync(
        ConsentAttempt attempt, TokenSet set, CredentialId credential, IReadOnlyList<XeroConnection> granted)
    {
        var configuration = new ConfigurationId(attempt.ConfigurationId);
        var expected = await keeper.ExpectedAsync(configuration, CancellationToken.None);
        var selected = granted.FirstOrDefault(c => c.TenantId == expected?.Value) ?? granted[0];
        var connection = new RemoteConnection
        {
            OrganisationId = new(selected.TenantId),
            OrganisationName = selected.TenantName,
            CredentialId = credential,
            ConnectionReference = selected.Id,
            ConnectedAt = time.GetUtcNow(),
            ConnectedBy = attempt.RequestedBy,
        };
        IReadOnlyList<string> others = [.. granted.Where(c => c != selected).Select(c => c.TenantName)];
        var missing = XeroScopes.Missing(XeroScopes.Requested(options.Value), [.. set.Scopes]);
        return await ConnectAsync(configuration, connection, isConfirmed: false, others, missing);
    }

    private async Task<ConnectResult> ConnectAsync(
        ConfigurationId id, RemoteConnection connection, bool isConfirmed, IReadOnlyList<string> others, IReadOnlyList<string> missing)
    {
        var (outcome, configuration) = await keeper.ConnectAsync(id, connection, isConfirmed);
        switch (outcome)
        {
            case ConnectOutcome.Connected:
                IdentityLog.Connected(log, id.Value, connection.OrganisationId.Value, connection.ConnectedBy, others.Count);
                return ConnectResults.Connected(connection, others, missing);
            case ConnectOutcome.OrganisationInUse:
                return ConnectResults.InUse(connection.OrganisationName);
            case ConnectOutcome.OtherOrganisation:
                return ConnectResults.Other(configuration!.Connection!.OrganisationName, connection.OrganisationName);
            case ConnectOutcome.ConfirmationRequired:
                return ConnectResults.Unconfirmed(configuration!.FormerConnection!.OrganisationName, connection);
            default:
                return ConnectResults.Failed("The configuration was removed meanwhile.");
        }
    }

    private async Task<IReadOnlyList<XeroConnection>> GrantedAsync(string accessToken, string consent)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await connections.ListAsync(accessToken, consent, CancellationToken.None);
            }
            catch (XeroApiException e)
                when (attempt < 3 && (e.Kind is XeroErrorKind.NoAnswer or XeroErrorKind.ServerFault or XeroErrorKind.Offline or XeroErrorKind.Malformed))
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), time, CancellationToken.None);
            }
        }
    }

    private string Secret()
    {
        Span<byte> bytes = stackalloc byte[32];
        entropy.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
