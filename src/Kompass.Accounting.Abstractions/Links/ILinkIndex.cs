namespace Kompass.Accounting;

/// <summary>
/// Looks through the links for people, without reading all of them. Of letters beyond ASCII capitals may count. Implemented by the store packages. Thread-safe.
/// </summary>
public interface ILinkIndex
{
    /// <summary>Finds documents that were sent, the latest date first.</summary>
    /// <param name="organisation">The organisation in the ledger.</param>
    /// <param name="text">A part of the number, of the Kompass id or of the ledger's id, in capitals or not; empty for all.</param>
    /// <param name="skip">How many to leave out, from 0.</param>
    /// <param name="take">The most to answer with, at least 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    Task<LinkPage<DocumentLink>> FindDocumentsAsync(
        RemoteOrganisationId organisation, string text, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Finds clients that have a contact, by the order of their keys.</summary>
    /// <param name="organisation">The organisation in the ledger.</param>
    /// <param name="text">A part of the name as sent, of the client's key or of the ledger's id, in capitals or not; empty for all.</param>
    /// <param name="skip">How many to leave out, from 0.</param>
    /// <param name="take">The most to answer with, at least 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    Task<LinkPage<ContactLink>> FindContactsAsync(
        RemoteOrganisationId organisation, string text, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Reads the links of documents to which somebody did something in the ledger, payments and what Kompass does not send apart.</summary>
    Task<IReadOnlyList<DocumentLink>> GetDriftedDocumentsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);

    /// <summary>Reads the links of contacts to which somebody did something in the ledger, what Kompass does not send apart.</summary>
    Task<IReadOnlyList<ContactLink>> GetDriftedContactsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);
}
