namespace Kompass.Xero.AspNetCore;

/// <summary>The page Everything in Xero.</summary>
internal sealed record SentModel(Selection Selection, bool AreClients, string Find, PageList<SentRow> Rows) : ISelectionModel
{
    /// <summary>What of the rows is held or skipped, and why.</summary>
    public IReadOnlyDictionary<RecordKey, string> Waiting { get; init; } = new Dictionary<RecordKey, string>();

    public string Query => $"&kind={(AreClients ? "clients" : "documents")}&find={Uri.EscapeDataString(Find)}";
}
