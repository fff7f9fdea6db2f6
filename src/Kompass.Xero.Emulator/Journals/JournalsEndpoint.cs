using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary><c>/ManualJournals</c>.</summary>
internal sealed class JournalsEndpoint : BatchEndpoint<EmulatedJournal>
{
    private static readonly Dictionary<string, Func<EmulatedJournal, object?>> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ManualJournalID"] = journal => journal.Id,
        ["Narration"] = journal => journal.Narration,
        ["Status"] = journal => journal.Status,
        ["Date"] = journal => journal.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        ["UpdatedDateUTC"] = journal => journal.UpdatedDateUtc.UtcDateTime,
    };

    public override string Name => "ManualJournals";

    public override IReadOnlyList<string> ReadScopes { get; } = ["accounting.manualjournals.read", "accounting.transactions.read"];

    public override IReadOnlyList<string> WriteScopes { get; } = ["accounting.manualjournals", "accounting.transactions"];

    public override bool NeedsAdviser => true;

    public override bool TakesAttachments => true;

    protected override string IdName => "ManualJournalID";

    public override EmulatedResponse Handle(AccountingCall call) => (call.Request.Method, call.Segments.Count) switch
    {
        ("GET", 0) => List(call),
        ("GET", 1) => Find(call, call.Segments[0]) is { } journal
            ? Answers.List(call, Name, [journal], (writer, found) => Write(writer, call, found, withLines: true))
            : Errors.NotFound(),
        ("PUT" or "POST", 0) => WriteAll(call),
        ("POST", 1) => Find(call, call.Segments[0]) is { } journal ? WriteAll(call, journal.Id) : Errors.NotFound(),
        (_, > 1) => Errors.NotFound(),
        _ => Errors.NotImplemented(),
    };

    public override Guid? FindRecord(AccountingCall call, string key) => Find(call, key)?.Id;

    protected override void WriteMembers(Utf8JsonWriter writer, AccountingCall call, EmulatedJournal saved) => Write(writer, call, saved, withLines: true);

    protected override ElementOutcome<EmulatedJournal> Write(AccountingCall call, JsonObject sent, Guid? addressedId)
    {
        var outcome = new ElementOutcome<EmulatedJournal> { Sent = sent };
        EmulatedJournal? before = null;
        if (!call.IsCreate && (addressedId ?? sent.Id("ManualJournalID")) is { } id)
        {
            outcome.IsUnknown = !call.State.Journals.TryGetValue(id, out before);
            outcome.KnownId = id;
        }

        if (!outcome.IsRefused)
        {
            var journal = new JournalEditor(call, outcome).Edit(sent, before);
            if (!outcome.IsRefused)
            {
                call.State = call.State.With(journal);
                outcome.Saved = journal;
            }
        }

        return outcome;
    }

    private static EmulatedJournal? Find(AccountingCall call, string key) =>
        Guid.TryParse(key, out var id) ? call.State.Journals.GetValueOrDefault(id) : null;

    private static EmulatedResponse List(AccountingCall call)
    {
        List<EmulatedJournal> found =
        [
            .. ChangeOrder.Of(call.State.Journals, journal => journal.UpdatedDateUtc)
                .ChangedSince(call, journal => journal.UpdatedDateUtc)
                .Where(call, Fields, Indexes.ManualJournals)
                .InOrder(call, Fields, journal => journal.Id, Indexes.ManualJournals),
        ];
        return ListQuery.Answer(call, "ManualJournals", found, (writer, journal) => Write(writer, call, journal, call.IsPaged));
    }

    private static void Write(Utf8JsonWriter writer, AccountingCall call, EmulatedJournal journal, bool withLines)
    {
        writer.WriteDay("Date", journal.Date);
        writer.WriteString("Status", journal.Status);
        writer.WriteString("LineAmountTypes", journal.LineAmountTypes);
        writer.WriteInstant("UpdatedDateUTC", journal.UpdatedDateUtc);
        writer.WriteString("ManualJournalID", journal.Id);
        writer.WriteString("Narration", journal.Narration);
        writer.WriteIfSet("Url", journal.Url);
        writer.WriteStartArray("JournalLines");
        foreach (var line in withLines ? journal.Lines : [])
        {
            writer.WriteStartObject();
            writer.WriteIfSet("Description", line.Description);
            writer.WriteString("TaxType", line.TaxType);
            writer.WriteMoney("TaxAmount", line.TaxAmount);
            writer.WriteMoney("LineAmount", line.LineAmount);
            writer.WriteIfSet("AccountCode", line.AccountCode);
            DocumentWriter.WriteTracking(writer, line.Tracking);
            if (line.AccountId is { } account)
            {
                writer.WriteString("AccountID", account);
            }

            writer.WriteBoolean("IsBlank", false);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteBoolean("ShowOnCashBasisReports", journal.ShowOnCashBasisReports);
        writer.WriteBoolean("HasAttachments", call.State.HasAttachments(journal.Id));
    }
}
