using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kompass.Xero.Emulator;

/// <summary>Writes answers with Xero's envelope.</summary>
internal static class Answers
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static EmulatedResponse List<T>(
        AccountingCall call, string plural, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write, int? itemCount = null) =>
        Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("Id", call.Context.Ids.Next());
            writer.WriteString("Status", "OK");
            writer.WriteString("ProviderName", call.Context.Options.AppName);
            writer.WriteString("DateTimeUTC", XeroDate.InstantWithoutOffset(call.Now));
            if (itemCount is { } count)
            {
                writer.WriteStartObject("pagination");
                writer.WriteNumber("page", call.Page);
                writer.WriteNumber("pageSize", call.PageSize);
                writer.WriteNumber("pageCount", (count + call.PageSize - 1) / call.PageSize);
                writer.WriteNumber("itemCount", count);
                writer.WriteEndObject();
            }

            writer.WriteStartArray(plural);
            foreach (var item in items)
            {
                writer.WriteStartObject();
                write(writer, item);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    public static EmulatedResponse ValidationFailure(IEnumerable<Action<Utf8JsonWriter>> elements) =>
        Json(400, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("ErrorNumber", 10);
            writer.WriteString("Type", "ValidationException");
            writer.WriteString("Message", "A validation exception occurred");
            writer.WriteStartArray("Elements");
            foreach (var element in elements)
            {
                writer.WriteStartObject();
                element(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    public static EmulatedResponse Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return new EmulatedResponse { Status = status, ContentType = Errors.Json, Body = buffer.WrittenMemory };
    }
}
