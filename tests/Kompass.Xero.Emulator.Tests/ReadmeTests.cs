using System.Reflection;

namespace Kompass.Xero.Emulator.Tests;

/// <summary>The emulator's README names everything that can be asked of it, set on it or done to it.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Root(), "src", "Kompass.Xero.Emulator", "README.md"));

    public static TheoryData<string> Names() =>
    [
        .. typeof(EmulatorSwitches).GetProperties().Select(property => property.Name),
        .. typeof(EmulatorOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name),
        .. Enum.GetNames<FaultKind>(),
        .. typeof(Fault).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Where(name => name != "Kind"),
    ];

    public static TheoryData<string, string> Routes()
    {
        var data = new TheoryData<string, string>();
        foreach (var route in ControlSurface.Routes)
        {
            data.Add($"{route.Method} {ControlSurface.Prefix}/{route.Path}".TrimEnd('/'), route.Does);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Switch_option_and_fault_are_named(string name) =>
        Assert.Matches($@"\b{name}\b", Readme);

    [Theory]
    [MemberData(nameof(Routes))]
    public void Route_of_the_control_surface_is_listed_in_its_own_words(string route, string does) =>
        Assert.Contains($"| `{route}` | {does.Replace("|", "\\|", StringComparison.Ordinal)} |", Readme, StringComparison.Ordinal);

    [Fact]
    public void Endpoint_of_the_accounting_api_has_its_row()
    {
        var emulator = new XeroEmulator();
        Assert.True(emulator.Endpoints.Count >= 11);
        Assert.All(emulator.Endpoints, name => Assert.Contains($"| `/{name}` |", Readme, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kompass.Xero.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The solution is not above the tests.");
        }

        return folder.FullName;
    }
}
