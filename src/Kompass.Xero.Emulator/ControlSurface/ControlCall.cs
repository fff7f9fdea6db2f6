using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>One call to the control surface: the segments of its path and its JSON body.</summary>
internal sealed class ControlCall(XeroEmulator emulator, IReadOnlyDictionary<string, string> values, JsonObject body)
{
    public XeroEmulator Emulator => emulator;

    public EmulatorControl Control => emulator.Control;

    public JsonObject Body => body;

    public Guid Tenant => Id("tenant");

    /// <summary>A segment of the path.</summary>
    public string Segment(string name) => values[name];

    public Guid Id(string name) => Guid.TryParse(values[name], out var id) ? id : throw new ArgumentException($"'{values[name]}' in the path is not an id.");

    /// <summary>A text that must be sent.</summary>
    public string Required(string name) => body.TextOr(name, null) ?? throw Missing(name);

    public Guid RequiredId(string name) => body.Id(name) ?? throw Missing(name);

    public Guid[] Ids(string name) => body[name] is JsonArray array
        ? [.. array.Select(item => Guid.TryParse(item?.ToString(), out var id) ? id : throw new ArgumentException($"'{item}' in {name} is not an id."))]
        : [];

    private static ArgumentException Missing(string name) => new($"The body lacks '{name}'.");
}
