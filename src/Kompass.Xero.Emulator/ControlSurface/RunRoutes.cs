using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>The clock, faults, the log of calls, switches and limits.</summary>
internal static class RunRoutes
{
    private static readonly string[] Limits =
    [
        nameof(EmulatorOptions.PerMinute), nameof(EmulatorOptions.PerDay), nameof(EmulatorOptions.Concurrent), nameof(EmulatorOptions.AppPerMinute),
        nameof(EmulatorOptions.MaxRequestBytes), nameof(EmulatorOptions.MaxAttachmentBytes), nameof(EmulatorOptions.MaxConnections),
        nameof(EmulatorOptions.MaxUrlLength), nameof(EmulatorOptions.MaxRecordsForUnindexedFilters), nameof(EmulatorOptions.RapidSync),
        nameof(EmulatorOptions.Latency),
    ];

    public static readonly IReadOnlyList<ControlRoute> All =
    [
        ControlRoute.Of("GET", "clock", "Tells the emulator's time.", call => new { call.Control.Now }),
        ControlRoute.Of("POST", "clock", "Lets time pass: advance, such as 00:30:00 or 61.00:00:00.", call =>
        {
            call.Control.AdvanceClock(TimeSpan.TryParse(call.Required("advance"), System.Globalization.CultureInfo.InvariantCulture, out var by)
                ? by
                : throw new ArgumentException("'advance' is not a time span such as 00:30:00."));
            return new { call.Control.Now };
        }),
        ControlRoute.Of("GET", "faults", "Lists the faults that are not spent.", call => call.Control.Faults),
        ControlRoute.Of("POST", "faults", "Injects a fault: kind, method, pathPrefix, skip, count (null for all), probability, seed, delay, retryAfter, commits, asHtml.", call =>
            call.Control.InjectFault(ReadFault(call))),
        ControlRoute.Of("DELETE", "faults", "Removes all faults.", call => call.Control.ClearFaults()),
        ControlRoute.Of("GET", "calls", "Lists the calls so far, oldest first.", call => call.Control.Calls),
        ControlRoute.Of("DELETE", "calls", "Forgets the calls so far.", call => call.Control.ClearCalls()),
        ControlRoute.Of("GET", "switches", "Shows the switches of what is not known of Xero.", call => call.Emulator.Options.Switches),
        ControlRoute.Of("POST", "switches", "Sets switches by name.", call => Set(call, call.Emulator.Options.Switches, null)),
        ControlRoute.Of("GET", "limits", "Shows the limits.", call =>
            Limits.ToDictionary(JsonNamingPolicy.CamelCase.ConvertName, name => typeof(EmulatorOptions).GetProperty(name)!.GetValue(call.Emulator.Options))),
        ControlRoute.Of("POST", "limits", "Sets limits by name.", call => Set(call, call.Emulator.Options, Limits)),
    ];

    /// <summary>A fault without a kind, or with a misspelt member, would strike otherwise than it was meant.</summary>
    private static readonly JsonSerializerOptions FaultJson = new(ControlSurface.Json)
    {
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private static Fault ReadFault(ControlCall call)
    {
        try
        {
            return call.Body.Deserialize<Fault>(FaultJson)!;
        }
        catch (JsonException fault)
        {
            var problem = fault.Path?.TrimStart('$', '.') is { Length: > 0 } member ? $"The fault's '{member}' cannot be read." : "The fault needs a 'kind'.";
            throw new ArgumentException(
                $"{problem} Kinds are {string.Join(", ", Enum.GetNames<FaultKind>())}; times are such as 00:00:22; GET /_emulator names the other members.");
        }
    }

    /// <summary>Sets all that was sent, or nothing when one name or value is refused.</summary>
    private static void Set(ControlCall call, object target, string[]? allowed)
    {
        var changes = call.Body.Select(member => (Property: Settable(target, member.Key, allowed), member.Value))
            .Select(change => (change.Property, Value: Read(change.Property, change.Value))).ToList();
        var before = changes.Select(change => change.Property.GetValue(target)).ToList();
        try
        {
            foreach (var (property, value) in changes)
            {
                property.SetValue(target, value, BindingFlags.DoNotWrapExceptions, null, null, null);
            }
        }
        catch (ArgumentException)
        {
            foreach (var (change, earlier) in changes.Zip(before))
            {
                change.Property.SetValue(target, earlier);
            }

            throw;
        }
    }

    private static PropertyInfo Settable(object target, string name, string[]? allowed)
    {
        var property = target.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        return property is not null && allowed?.Contains(property.Name) != false
            ? property
            : throw new ArgumentException($"There is nothing named '{name}' to set. GET the same address for what there is.");
    }

    private static object Read(PropertyInfo property, JsonNode? value)
    {
        try
        {
            return value?.Deserialize(property.PropertyType, ControlSurface.Json) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            var type = property.PropertyType;
            var wanted = type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
                : type == typeof(bool) ? "true or false"
                : type == typeof(TimeSpan) ? "a time such as 00:00:01"
                : "a whole number";
            throw new ArgumentException($"'{property.Name}' cannot be {value?.ToJsonString() ?? "null"}. Set {wanted}.");
        }
    }
}
