namespace Kompass.Accounting;

/// <summary>
/// A local copy of the ledger's contacts, kept up by changed-since reads: what the look-alike guard and the pages ask.
/// Implemented by the store packages together with <see cref="IMappingStore"/>, whose revision its changes count among. Thread-safe.
/// </summary>
public interface IContactMirror
{
    /// <summary>The instant up to which the mirror is complete; null when it was never filled.</summary>
    Task<DateTimeOffset?> GetWatermarkAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);

    /// <summary>Reads every mirrored contact, archived ones included.</summary>
    Task<IReadOnlyList<RemoteContact>> GetAllAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);

    /// <summary>Reads some mirrored contacts; those that are not mirrored are left out.</summary>
    Task<IReadOnlyList<RemoteContact>> FindAsync(
        RemoteOrganisationId organisation, IReadOnlyCollection<RemoteContactId> contacts, CancellationToken cancellationToken);

    /// <summary>
    /// Looks mirrored contacts up as a person types into a search box: active ones first, then those whose name begins with the text, then by name.
    /// </summary>
    /// <param name="organisation">The organisation in the ledger.</param>
    /// <param name="text">A part of the name or of the id; matched case-insensitively.</param>
    /// <param name="maximum">The most contacts to answer with, at least 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    Task<IReadOnlyList<RemoteContact>> SearchAsync(
        RemoteOrganisationId organisation, string text, int maximum, CancellationToken cancellationToken);

    /// <summary>Stores contacts, newer over older, and moves the watermark, in one transaction.</summary>
    /// <param name="organisation">The organisation in the ledger.</param>
    /// <param name="contacts">Contacts as just read or written.</param>
    /// <param name="watermark">The new watermark; null to leave it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task SaveAsync(
        RemoteOrganisationId organisation,
        IReadOnlyCollection<RemoteContact> contacts,
        DateTimeOffset? watermark,
        CancellationToken cancellationToken);
}
