namespace Kompass.Accounting;

/// <summary>Connects a configuration to an organisation of the ledger and disconnects it: implemented by the adapter.</summary>
public interface ILedgerConnector
{
    /// <summary>Begins an authorisation: where to send the administrator's browser, and what to bind that browser with.</summary>
    /// <exception cref="ConfigurationException">The configuration does not exist.</exception>
    Task<AuthorizationRequest> BeginAsync(ConfigurationId configuration, AuthorizationIntent intent, CancellationToken cancellationToken);

    /// <summary>
    /// Completes an authorisation with what the ledger sent back through the browser: single use, within ten minutes.
    /// The first organisation granted by this very consent is selected; the result names it and the others.
    /// </summary>
    Task<ConnectResult> CompleteAsync(AuthorizationResponse response, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the connection: the sync stops at once, and the ledger forgets the application's access to the organisation.
    /// Links, mappings and journal stay. Does nothing where no connection exists.
    /// </summary>
    Task DisconnectAsync(ConfigurationId configuration, string requestedBy, CancellationToken cancellationToken);
}
