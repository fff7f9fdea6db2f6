using System.Reflection;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>One switch of the emulator in a position that is not its default.</summary>
internal sealed record SwitchSetting(string Name, object Value)
{
    /// <summary>Every switch in every position but its default.</summary>
    public static IReadOnlyList<SwitchSetting> All { get; } =
    [
        .. from property in typeof(EmulatorSwitches).GetProperties(BindingFlags.Public | BindingFlags.Instance)
           from value in Positions(property)
           where !value.Equals(property.GetValue(new EmulatorSwitches()))
           select new SwitchSetting(property.Name, value),
    ];

    public void Apply(EmulatorSwitches switches) => typeof(EmulatorSwitches).GetProperty(Name)!.SetValue(switches, Value);

    private static IEnumerable<object> Positions(PropertyInfo property) =>
        property.PropertyType == typeof(bool) ? [true, false]
        : property.PropertyType.IsEnum ? Enum.GetValues(property.PropertyType).Cast<object>()
        : property.Name == nameof(EmulatorSwitches.MissingScopeStatus) ? [401, 403]
        : throw new NotSupportedException($"List the positions of {property.Name} here.");
}
