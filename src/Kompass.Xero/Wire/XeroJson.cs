using System.Text.Json.Serialization;

namespace Kompass.Xero.Wire;

/// <summary>
/// The wire's serialisation. Members are found whatever their casing, unknown ones ignored, enumerations kept as text,
/// so that a value that Xero adds tomorrow never costs a page.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantConverter), typeof(DateConverter), typeof(DecimalConverter), typeof(BooleanConverter), typeof(TextConverter)])]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(WriteEnvelope))]
[JsonSerializable(typeof(ConnectionDto[]))]
internal sealed partial class XeroJson : JsonSerializerContext;
