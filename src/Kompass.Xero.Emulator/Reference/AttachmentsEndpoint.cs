using System.Collections.Immutable;

namespace Kompass.Xero.Emulator;

/// <summary><c>/{Endpoint}/{id}/Attachments</c>: raw bytes up, a list of what is there, and the bytes back.</summary>
internal static class AttachmentsEndpoint
{
    private const int MostPerRecord = 10;
    private const string Forbidden = "<>:\"/\\|?*+";

    public static EmulatedResponse Handle(AccountingCall call, Endpoint owner)
    {
        if (!owner.TakesAttachments || call.Segments.Count > 3 || owner.FindRecord(call, call.Segments[0]) is not { } id)
        {
            return Errors.NotFound();
        }

        var all = call.State.Attachments.GetValueOrDefault(id, []);
        return (call.Request.Method, call.Segments.Count) switch
        {
            ("GET", 2) => List(call, owner, id, all),
            ("GET", 3) => Find(all, call.Segments[2]) is { } file
                ? new EmulatedResponse { Status = 200, ContentType = file.MimeType, Body = file.Content }
                : Errors.NotFound(),
            ("PUT" or "POST", 3) => Save(call, owner, id, all),
            _ => Errors.NotImplemented(),
        };
    }

    private static EmulatedResponse Save(AccountingCall call, Endpoint owner, Guid id, ImmutableList<EmulatedAttachment> all)
    {
        var name = call.Segments[2];
        if (name.Any(Forbidden.Contains))
        {
            return Refuse($"The file name '{name}' must not hold any of {string.Join(' ', Forbidden.ToCharArray())}");
        }

        var old = Find(all, name);
        if (old is null && all.Count >= MostPerRecord)
        {
            return Refuse($"A record can have at most {MostPerRecord} attachments.");
        }

        if (old is not null && call.IsCreate)
        {
            return Refuse($"An attachment named '{name}' exists already.");
        }

        var file = new EmulatedAttachment(
            old?.Id ?? call.Context.Ids.Next(), name, call.Request.Header("Content-Type") ?? "application/octet-stream", call.Request.Body.ToArray())
        {
            IncludeOnline = call.Flag("IncludeOnline"),
        };
        call.State = call.State with
        {
            Attachments = call.State.Attachments.SetItem(id, old is null ? all.Add(file) : all.Replace(old, file)),
        };
        return List(call, owner, id, [file]);
    }

    private static EmulatedResponse List(AccountingCall call, Endpoint owner, Guid id, IReadOnlyList<EmulatedAttachment> files) =>
        Answers.List(call, "Attachments", files, (writer, file) =>
        {
            writer.WriteString("AttachmentID", file.Id);
            writer.WriteString("FileName", file.FileName);
            writer.WriteString("Url", $"https://api.xero.com/api.xro/2.0/{owner.Name}/{id}/Attachments/{Uri.EscapeDataString(file.FileName)}");
            writer.WriteString("MimeType", file.MimeType);
            writer.WriteNumber("ContentLength", file.Content.Length);
            if (owner.Name is "Invoices" or "CreditNotes")
            {
                writer.WriteBoolean("IncludeOnline", file.IncludeOnline);
            }
        });

    private static EmulatedResponse Refuse(string message) =>
        Answers.ValidationFailure([writer => writer.WriteMessages("ValidationErrors", [message])]);

    private static EmulatedAttachment? Find(ImmutableList<EmulatedAttachment> all, string key) => all.Find(
        file => file.FileName.Equals(key, StringComparison.OrdinalIgnoreCase) || (Guid.TryParse(key, out var id) && file.Id == id));
}
