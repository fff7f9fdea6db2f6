using System.Globalization;
using System.Text.Json;

namespace Kompass.Xero.Emulator;

/// <summary><c>/{Endpoint}/{id}/History</c>: notes can be added, never changed.</summary>
internal static class HistoryEndpoint
{
    private const int MaxLength = 2500;

    public static EmulatedResponse Handle(AccountingCall call, Endpoint owner)
    {
        if (owner.FindRecord(call, call.Segments[0]) is not { } id)
        {
            return Errors.NotFound();
        }

        return call.Request.Method switch
        {
            "GET" => Answers.List(call, "HistoryRecords", [.. call.State.Notes.Where(note => note.RecordId == id).Reverse()], Write),
            "PUT" => Add(call, owner, id),
            _ => Errors.NotImplemented(),
        };
    }

    private static EmulatedResponse Add(AccountingCall call, Endpoint owner, Guid id)
    {
        var sent = call.ReadElements("HistoryRecords");
        var texts = sent.Select(record => record.Text("Details") ?? "").ToList();
        if (texts.Count == 0)
        {
            return Errors.NoData();
        }

        if (texts.Exists(text => text.Length is 0 or > MaxLength))
        {
            return Answers.ValidationFailure(texts.Select<string, Action<Utf8JsonWriter>>(text => writer =>
            {
                writer.WriteString("Details", text);
                writer.WriteMessages("ValidationErrors", [$"Details must have between 1 and {MaxLength} characters."]);
            }));
        }

        var notes = texts.ConvertAll(text => new EmulatedNote(owner.Name, id, call.Now, text, "Note", call.Context.Options.AppName));
        call.State = call.State with { Notes = call.State.Notes.AddRange(notes) };
        return Answers.List(call, "HistoryRecords", notes, Write);
    }

    private static void Write(Utf8JsonWriter writer, EmulatedNote note)
    {
        writer.WriteString("Changes", note.Changes);
        writer.WriteString("DateUTCString", note.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        writer.WriteInstant("DateUTC", note.At);
        writer.WriteString("User", note.User);
        writer.WriteString("Details", note.Details);
        writer.WriteEmptyArray("ValidationErrors");
    }
}
