namespace Kompass.Xero.AspNetCore;

/// <summary>What a record is in Xero.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="Kind">The kind of document; null for a contact.</param>
internal sealed record RecordLink(string Id, DocumentKind? Kind)
{
    /// <summary>Where it stands among Xero's own pages; null where nobody looked.</summary>
    public string? Address { get; init; }

    public static RecordLink Of(DocumentLink link) => new(link.RemoteDocumentId.Value, link.Kind);

    public static RecordLink Of(ContactLink link) => new(link.RemoteContactId.Value, null);
}
