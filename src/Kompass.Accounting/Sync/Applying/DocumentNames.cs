namespace Kompass.Accounting;

/// <summary>How a document of the ledger is called before people: by its number, by its id only where it has none.</summary>
internal static class DocumentNames
{
    public static string Of(DocumentLink link) => Of(link.Number, link.RemoteDocumentId);

    public static string Of(RemoteDocument document) => Of(document.Number, document.Id);

    private static string Of(string? number, RemoteDocumentId id) => string.IsNullOrWhiteSpace(number) ? id.Value : number;
}
