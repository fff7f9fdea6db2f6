namespace Kompass.Accounting;

/// <summary>Compares the ledger's contacts with Kompass's clients, and takes a person's decisions in. Thread-safe.</summary>
public interface IReconciler
{
    /// <summary>Reads every contact and every client, matches them, and keeps the report.</summary>
    /// <param name="configuration">A connected configuration.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <param name="progress">Told how far it has come; null for nobody.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <exception cref="ConfigurationException">The configuration does not exist or is not connected.</exception>
    /// <exception cref="RemoteLedgerException">The contacts cannot be read.</exception>
    Task<ReconciliationReport> CompareAsync(
        ConfigurationId configuration,
        string requestedBy,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken);

    /// <summary>Writes a report as CSV: UTF-8 with a byte-order mark, comma, safe against formula injection.</summary>
    Task WriteCsvAsync(ReconciliationReport report, Stream destination, CancellationToken cancellationToken);

    /// <summary>
    /// Imports a reviewed CSV, all of it or, where a row has an error, nothing. Repeating it changes nothing.
    /// A row decided <c>link</c> links its contact to its client, edited or not. <c>create</c> remembers that the row's client gets a
    /// contact of its own, and that the row's contact, if it has one, is not that client. <c>ignore</c> remembers that the row's contact
    /// is left alone, or on a row without a contact the client. A row without a decision does nothing; one that was edited is named.
    /// </summary>
    /// <param name="configuration">A connected configuration.</param>
    /// <param name="csv">The file as the spreadsheet saved it: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252.</param>
    /// <param name="options">Who imports, and whether it is a dry run.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    Task<ImportResult> ImportAsync(
        ConfigurationId configuration,
        Stream csv,
        ImportOptions options,
        CancellationToken cancellationToken);

    /// <summary>Links one client to one contact, as an administrator decided; the contact is read first.</summary>
    /// <exception cref="LinkConflictException">The client or the contact is linked to another one.</exception>
    /// <exception cref="ConfigurationException">The client or the contact does not exist, or the contact is archived.</exception>
    Task<ContactLink> LinkAsync(
        ConfigurationId configuration,
        ClientId client,
        RemoteContactId contact,
        string requestedBy,
        CancellationToken cancellationToken);

    /// <summary>Removes a link; false when there was none. The contact stays as it is.</summary>
    Task<bool> UnlinkAsync(ConfigurationId configuration, ClientId client, string requestedBy, CancellationToken cancellationToken);
}
