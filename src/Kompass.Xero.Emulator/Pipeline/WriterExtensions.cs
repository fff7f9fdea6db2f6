using System.Text.Json;

namespace Kompass.Xero.Emulator;

/// <summary>Members that are left out when they have no value, and the arrays that Xero always sends.</summary>
internal static class WriterExtensions
{
    public static void WriteIfSet(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void WriteMoney(this Utf8JsonWriter writer, string name, decimal value) => writer.WriteNumber(name, Amounts.Money(value));

    public static void WriteEmptyArray(this Utf8JsonWriter writer, string name)
    {
        writer.WriteStartArray(name);
        writer.WriteEndArray();
    }

    public static void WriteMessages(this Utf8JsonWriter writer, string name, IReadOnlyList<string> messages)
    {
        if (messages.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            writer.WriteString("Message", message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
