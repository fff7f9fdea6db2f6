namespace Kompass.Accounting;

/// <summary>
/// Shows a contact before it is linked, and says what speaks against the link. An ordinary link is then made by
/// <see cref="IReconciler.LinkAsync"/>; one with doubts, once a person confirmed them with a reason, by
/// <see cref="IRecordRepair.RelinkAsync"/>. Thread-safe.
/// </summary>
public interface IContactLinkChecker
{
    /// <summary>Reads the contact from the ledger. Changes nothing but the mirror of contacts.</summary>
    /// <param name="configuration">A connected configuration.</param>
    /// <param name="client">The client that is to be linked; null to look at the contact alone.</param>
    /// <param name="contact">The contact, in any notation of its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ConfigurationException">
    /// The client or the contact does not exist: the problem's setting is <see cref="ContactLink.ClientId"/> or <see cref="ContactLink.RemoteContactId"/>.
    /// </exception>
    /// <exception cref="RemoteLedgerException">The contact cannot be read.</exception>
    Task<ContactLinkCheck> CheckAsync(ConfigurationId configuration, ClientId? client, RemoteContactId contact, CancellationToken cancellationToken);
}
