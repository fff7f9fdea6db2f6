namespace Kompass.Accounting;

/// <summary>
/// What a contact's invoices say about it: implemented by the adapter, asked by the pages for one contact at a time, in one call.
/// Thread-safe.
/// </summary>
public interface IContactActivity
{
    /// <summary>Reads the newest invoices to and from a contact that were approved or wait for approval, newest first.</summary>
    /// <param name="connection">The organisation and the credential to use.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="maximum">The most to answer with, at least 1.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RemoteLedgerException">They cannot be read.</exception>
    Task<IReadOnlyList<ContactInvoice>> ReadLatestAsync(
        RemoteConnection connection, RemoteContactId contact, int maximum, CancellationToken cancellationToken);
}
