namespace Kompass.Accounting;

/// <summary>Connects a configuration to an organisation of the ledger and disconnects it: implemented by the adapter.</summary>
public interface ILedgerConnector
{
    /// <summary>Begins an authorisation: where to send the administrator's browser, and what to bind that browser with.</summary>
    /// <exception cref="ConfigurationException">The configuration does not exist, or the intent names nobody.</exception>
    Task<AuthorizationRequest> BeginAsync(ConfigurationId configuration, AuthorizationIntent intent, CancellationToken cancellationToken);

    /// <summary>
    /// Completes an authorisation with what the ledger sent back through the browser: single use, within ten minutes.
    /// The first organisation granted by this very consent is selected, or the configuration's own if it is among them;
    /// the result names it and the others. A consent for another organisation than the connected one changes nothing
    /// (<see cref="ConnectOutcome.OtherOrganisation"/>); after a disconnection it waits for
    /// <see cref="ConfirmAsync"/> (<see cref="ConnectOutcome.ConfirmationRequired"/>).
    /// </summary>
    Task<ConnectResult> CompleteAsync(AuthorizationResponse response, CancellationToken cancellationToken);

    /// <summary>
    /// Connects the organisation that waits in <see cref="SyncConfiguration.PendingConnection"/>. Links, mappings and journal of
    /// the earlier one are kept for its return; account default, default item and interlock override are cleared.
    /// </summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="organisationName">The name of the new organisation, as a person confirmed it.</param>
    /// <param name="requestedBy">The administrator.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Connected; ConfirmationRequired when the name is another one; Invalid when nothing waits.</returns>
    /// <exception cref="ConfigurationException">Nobody is named.</exception>
    Task<ConnectResult> ConfirmAsync(
        ConfigurationId configuration, string organisationName, string requestedBy, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the connection: the sync stops at once, and the ledger forgets the application's access to the organisation.
    /// Links, mappings and journal stay, outcomes that are not known stay unknown and are settled after connecting again.
    /// A connection that waits for its confirmation is dropped. Does nothing where neither exists.
    /// </summary>
    /// <exception cref="ConfigurationException">Nobody is named.</exception>
    Task DisconnectAsync(ConfigurationId configuration, string requestedBy, CancellationToken cancellationToken);
}
