using System.Text.Json;

namespace Kompass.Benchmarks;

/// <summary>Figures for a program to read: one line, names in camel case.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void WriteLine(object value) => Console.WriteLine(JsonSerializer.Serialize(value, Options));
}
