using System.Text;
using System.Text.Json;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>Whatever can be learnt from an error's body, which may be JSON of several shapes and casings, XML, HTML, text or nothing.</summary>
internal sealed record ErrorBody(string? Detail, IReadOnlyList<XeroElementError> Elements, string? Text)
{
    /// <summary>Whether it says something in a shape of Xero's own.</summary>
    public bool IsXeros => Detail is not null || Elements.Count > 0;

    private const int LongestText = 2000;

    public static ErrorBody Read(byte[] body)
    {
        var text = body.Length == 0 ? null : Cap(Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, LongestText * 4)));
        if (body.Length == 0 || !LooksLikeJson(body))
        {
            return new(null, [], text);
        }

        try
        {
            using var json = JsonDocument.Parse(body, XeroJson.Untyped);
            var root = json.RootElement;
            return new(DetailOf(root), ElementsOf(root), text);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter: a text within the JSON is no UTF-8.
            return new(null, [], text);
        }
    }

    /// <summary>All messages below one element, those of nested lines and addresses included, in order and once each.</summary>
    public static IReadOnlyList<string> Messages(JsonElement element)
    {
        var found = new List<string>();
        Collect(element, found);
        return found;
    }

    private static string? DetailOf(JsonElement root) =>
        Member(root, "Detail") is { ValueKind: JsonValueKind.String } detail ? detail.GetString()
        : Member(root, "Message") is { ValueKind: JsonValueKind.String } message ? message.GetString()
        : null;

    private static IReadOnlyList<XeroElementError> ElementsOf(JsonElement root)
    {
        if (Member(root, "Elements") is not { ValueKind: JsonValueKind.Array } elements)
        {
            return [];
        }

        return [.. elements.EnumerateArray().Select((element, index) => new XeroElementError(index, Messages(element)))];
    }

    private static void Collect(JsonElement element, List<string> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, found);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (string.Equals(member.Name, "ValidationErrors", StringComparison.OrdinalIgnoreCase))
                {
                    Add(member.Value, found);
                }
                else
                {
                    Collect(member.Value, found);
                }
            }
        }
    }

    private static void Add(JsonElement errors, List<string> found)
    {
        if (errors.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var error in errors.EnumerateArray())
        {
            if (Member(error, "Message") is { ValueKind: JsonValueKind.String } message && message.GetString() is { } text && !found.Contains(text))
            {
                found.Add(text);
            }
        }
    }

    private static JsonElement? Member(JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Value;
                }
            }
        }

        return null;
    }

    private static bool LooksLikeJson(byte[] body)
    {
        var start = body.AsSpan().TrimStart("\uFEFF \t\r\n"u8);
        return start.Length > 0 && start[0] == (byte)'{';
    }

    private static string Cap(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
