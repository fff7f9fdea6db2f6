using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>Answers that are right and yet unusual: what a reader must survive.</summary>
internal static class JsonDistortion
{
    // Per element, the first of these that it has.
    private static readonly string[] Enums =
        ["Class", "ContactStatus", "Type", "ReportTaxType", "tenantType", "LineAmountTypes", "Status"];

    private static readonly string[] OptionalTexts =
        ["ContactNumber", "AccountNumber", "FirstName", "LastName", "CompanyNumber", "TaxNumber", "Reference", "Url", "Description", "ItemCode", "SystemAccount"];

    public static EmulatedResponse Apply(Fault? fault, EmulatedResponse response)
    {
        if (fault?.Kind == FaultKind.HeaderCase)
        {
            return response with
            {
                KeepsHeaderCase = true,
                Headers = [.. response.Headers.Select(header => KeyValuePair.Create(Mixed(header.Key), header.Value))],
            };
        }

        Action<JsonNode>? change = fault?.Kind switch
        {
            FaultKind.UnknownEnum => UnknownEnum,
            FaultKind.ExtraMembers => node => Each(node, Extend),
            FaultKind.NullInsteadOfEmpty => node => Each(node, parent => Empty(parent, static (owner, name) => owner[name] = null)),
            FaultKind.MissingInsteadOfEmpty => node => Each(node, parent => Empty(parent, static (owner, name) => owner.Remove(name))),
            FaultKind.EmptyInsteadOfMissing => node => Each(node, Fill),
            FaultKind.NumbersAsStrings => node => Each(node, Quote),
            _ => null,
        };
        if (change is null || response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true || response.Body.IsEmpty)
        {
            return response;
        }

        var root = JsonNode.Parse(response.Body.Span)!;
        change(root);
        return response with { Body = Encoding.UTF8.GetBytes(root.ToJsonString()) };
    }

    private static void UnknownEnum(JsonNode root)
    {
        var first = (root as JsonArray ?? (root as JsonObject)?.Select(member => member.Value).OfType<JsonArray>().FirstOrDefault())?.FirstOrDefault() as JsonObject;
        if (Array.Find(Enums, name => first?.ContainsKey(name) == true) is { } found)
        {
            first![found] = "FUTUREVALUE";
        }
    }

    private static void Each(JsonNode? node, Action<JsonObject> change)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject parent => [.. parent.Select(member => member.Value)],
            JsonArray array => [.. array],
            _ => [],
        };
        foreach (var child in children)
        {
            Each(child, change);
        }

        if (node is JsonObject changed)
        {
            change(changed);
        }
    }

    private static void Extend(JsonObject parent)
    {
        parent["FutureText"] = "new";
        parent["FutureList"] = new JsonArray(new JsonObject { ["FutureNumber"] = 1.5m }, null);
    }

    private static void Empty(JsonObject parent, Action<JsonObject, string> change)
    {
        foreach (var name in parent.Where(member => member.Value switch
        {
            null => true,
            JsonArray array => array.Count == 0,
            JsonValue value => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0,
            _ => false,
        }).Select(member => member.Key).ToList())
        {
            change(parent, name);
        }
    }

    private static void Fill(JsonObject parent)
    {
        var isElement = parent.Any(member => member.Key is "ContactID" or "InvoiceID" or "CreditNoteID" or "AccountID" or "ItemID" or "LineItemID");
        foreach (var name in isElement ? OptionalTexts : [])
        {
            parent.TryAdd(name, "");
        }
    }

    private static void Quote(JsonObject parent)
    {
        foreach (var (name, value) in parent.Where(member => member.Value is JsonValue number && number.GetValueKind() == JsonValueKind.Number).ToList())
        {
            parent[name] = value!.ToJsonString();
        }
    }

    private static string Mixed(string name) => string.Concat(name.Select((letter, index) => index % 2 == 0 ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));
}
