namespace Kompass.Accounting;

/// <summary>
/// The files of an earlier integration, as CSV with a header; each may be null. Comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252;
/// other columns are ignored. Ids and codes of the ledger stand in
/// columns named after <see cref="ProviderDescriptor.Key"/>: <c>key_uuid</c> and <c>key_code</c>.
/// </summary>
public sealed record TakeOverFiles
{
    /// <summary>Client links: <c>kompass_id</c> and the contact's id.</summary>
    public Stream? Clients { get; init; }

    /// <summary>
    /// Documents that are in the ledger already: <c>kompass_id</c>, <c>kind</c> (invoice, credit note or journal), <c>number</c> (as in the
    /// ledger; may be blank) and the document's id.
    /// </summary>
    public Stream? Documents { get; init; }

    /// <summary>
    /// Mappings: <c>kind</c> (item, account or tax rate), <c>kompass_code</c>, and the code in the ledger. An account may be named by its id as
    /// well.
    /// </summary>
    public Stream? Mappings { get; init; }
}
