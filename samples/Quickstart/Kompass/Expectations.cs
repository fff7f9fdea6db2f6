using Kompass.Accounting;

namespace Quickstart;

/// <summary>What an accountant wrote down before anything ran: which pairs are true, and what is to become of each record.</summary>
internal sealed class Expectations
{
    /// <summary>The name of the Xero contact that is the client, for clients that have one.</summary>
    public IReadOnlyDictionary<ClientId, string> Truth { get; } =
        CsvData.Read("truth.csv", row => (Client: new ClientId(row.Required("client_id")), Name: row.GetString("xero_name")))
            .ToDictionary(entry => entry.Client, entry => entry.Name);

    public IReadOnlyDictionary<ClientId, HoldReason> HeldClients { get; } =
        CsvData.Read("expected-clients.csv", row => (Client: new ClientId(row.Required("client_id")), Reason: Reason(row.Required("reason"))))
            .ToDictionary(entry => entry.Client, entry => entry.Reason);

    public IReadOnlyDictionary<InvoiceId, string> Documents { get; } =
        CsvData.Read("expected-documents.csv", row => (Id: new InvoiceId(row.Required("invoice_id")), Fate: row.Required("expectation")))
            .ToDictionary(entry => entry.Id, entry => entry.Fate);

    public IReadOnlyDictionary<InvoiceId, HoldReason> HeldDocuments { get; } =
        CsvData.Read("expected-documents.csv", row => (Id: new InvoiceId(row.Required("invoice_id")), Fate: row.Required("expectation"), Reason: row.Text("reason")))
            .Where(entry => entry.Fate == "held")
            .ToDictionary(entry => entry.Id, entry => Reason(entry.Reason!));

    public IEnumerable<InvoiceId> Of(string fate) => Documents.Where(entry => entry.Value == fate).Select(entry => entry.Key);

    private static HoldReason Reason(string text) => Enum.Parse<HoldReason>(text);
}
