using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kompass.Xero.Wire;

/// <summary>
/// The wire's serialisation. Members are found whatever their casing, unknown ones ignored, enumerations kept as text,
/// so that a value that Xero adds tomorrow never costs a page.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    MaxDepth = XeroJson.Deepest,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantConverter), typeof(DateConverter), typeof(DecimalConverter), typeof(BooleanConverter), typeof(TextConverter)])]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(WriteEnvelope))]
[JsonSerializable(typeof(ConnectionDto[]))]
internal sealed partial class XeroJson : JsonSerializerContext
{
    /// <summary>The deepest nesting that is read: a line's tracking option in a list of invoices is at eight.</summary>
    public const int Deepest = 32;

    /// <summary>The same bound where an answer is read without a type.</summary>
    public static readonly JsonDocumentOptions Untyped = new() { MaxDepth = Deepest };
}
