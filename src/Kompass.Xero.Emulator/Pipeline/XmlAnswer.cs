using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Kompass.Xero.Emulator;

/// <summary>What a caller gets who forgot <c>Accept: application/json</c>: XML, so that the mistake fails loudly.</summary>
internal static class XmlAnswer
{
    public static EmulatedResponse From(EmulatedResponse response)
    {
        if (response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true
            || JsonNode.Parse(response.Body.Span) is not JsonObject root)
        {
            return response;
        }

        var name = response.Status < 400 ? "Response" : root.ContainsKey("ErrorNumber") ? "ApiException" : "Problem";
        var xml = EmulatedResponse.Of(response.Status, "text/xml; charset=utf-8", Element(name, root).ToString());
        return xml with { Headers = response.Headers, Delivery = response.Delivery, Delay = response.Delay };
    }

    private static XElement Element(string name, JsonNode? node) => node switch
    {
        JsonObject parent => new XElement(name, parent.Select(member => Element(XmlConvert.EncodeLocalName(member.Key), member.Value))),
        JsonArray array => new XElement(name, array.Select(item => Element(Singular(name), item))),
        null => new XElement(name),
        JsonValue value => new XElement(name, value.GetValueKind() == JsonValueKind.String ? Printable(value.GetValue<string>()) : value.ToJsonString()),
        _ => new XElement(name),
    };

    private static string Printable(string text) => string.Concat(text.Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));

    private static string Singular(string plural) => plural switch
    {
        "Addresses" => "Address",
        "Currencies" => "Currency",
        "TrackingCategories" => "TrackingCategory",
        _ when plural.EndsWith('s') => plural[..^1],
        _ => plural + "Item",
    };
}
