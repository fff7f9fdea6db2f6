using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator.Tests;

/// <summary>An answer, with its JSON within easy reach.</summary>
internal sealed class Answer(EmulatedResponse response)
{
    private JsonNode? _json;

    public EmulatedResponse Response => response;

    public int Status => response.Status;

    public string Text => response.Text;

    public JsonNode Json => _json ??= JsonNode.Parse(response.Text)!;

    public JsonNode? this[string name] => Json[name];

    /// <summary>The elements under the one plural key of the answer.</summary>
    public JsonArray Elements(string plural) => Json[plural]!.AsArray();

    public JsonNode First(string plural) => Elements(plural)[0]!;

    public IReadOnlyList<string> Messages => Collect(Json, "ValidationErrors");

    public IReadOnlyList<string> Warnings => Collect(Json, "Warnings");

    public void Refused(string beginning)
    {
        Assert.True(Status == 400, $"{Status}: {Text}");
        Assert.Contains(Messages, message => message.StartsWith(beginning, StringComparison.Ordinal));
    }

    public Answer Ok()
    {
        Assert.True(Status == 200, $"{Status}: {Text}");
        return this;
    }

    private static List<string> Collect(JsonNode? node, string name) => node switch
    {
        JsonObject parent => [.. parent.SelectMany(member => member.Key == name
            ? member.Value!.AsArray().Select(item => item!["Message"]!.GetValue<string>())
            : Collect(member.Value, name))],
        JsonArray array => [.. array.SelectMany(item => Collect(item, name))],
        _ => [],
    };
}
