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

    /// <summary>A whole number, or <see langword="null"/> when none was sent.</summary>
    public int? Whole(string name) => body.Number(name) is not { } number ? null
        : number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number
        : throw new ArgumentException($"'{number}' in {name} is not a whole number.");

    /// <summary>The ids of an array; none when the member is absent or null.</summary>
    public Guid[] Ids(string name) => body[name] switch
    {
        null => [],
        JsonArray array => [.. array.Select(item => Guid.TryParse(item?.ToString(), out var id) ? id : throw new ArgumentException($"'{item}' in {name} is not an id."))],
        _ => throw new ArgumentException($"'{name}' is not an array of ids, such as [\"fe79f7dd-b6d4-4a92-ba7b-538af6289c58\"]."),
    };

    private static ArgumentException Missing(string name) => new($"The body lacks '{name}'.");
}
