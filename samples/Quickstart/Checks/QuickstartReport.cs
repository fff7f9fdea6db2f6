using System.Text.Json;

namespace Quickstart;

/// <summary>What the job did, as found in the books.</summary>
internal sealed record QuickstartReport
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public bool Ok => Deviations.Count == 0;

    public required int KompassClients { get; init; }

    public required int XeroContactsBefore { get; init; }

    public required int MatchedHigh { get; init; }

    public required int Linked { get; init; }

    public required int ContactsCreated { get; init; }

    public required int ContactsUpdated { get; init; }

    public required int Invoices { get; init; }

    public required int CreditNotes { get; init; }

    public required int Journals { get; init; }

    public required int Held { get; init; }

    public required IReadOnlyDictionary<string, int> HoldReasons { get; init; }

    public required int DuplicateContacts { get; init; }

    public required int DuplicateDocuments { get; init; }

    public required int SecondSyncWrites { get; init; }

    public required int ApiCalls { get; init; }

    public required int ApiCallsLowerBound { get; init; }

    public required double Seconds { get; init; }

    public required IReadOnlyList<string> Deviations { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public void Show(IDisplay display)
    {
        display.Step(Ok ? "Done: the books are as they must be" : "The books are not as they must be");
        foreach (var deviation in Deviations.Take(50))
        {
            display.Line(deviation);
        }

        display.Line($"{Linked} contacts linked, {ContactsCreated} created, {ContactsUpdated} updated");
        display.Line($"{Invoices} invoices, {CreditNotes} credit notes, {Journals} journals; {Held} records held");
        display.Line($"{DuplicateContacts} duplicate contacts, {DuplicateDocuments} duplicate documents, {SecondSyncWrites} writes in the second sync");
        display.Line($"{ApiCalls} calls of Xero (at best {ApiCallsLowerBound}), {Seconds} seconds");
    }
}
