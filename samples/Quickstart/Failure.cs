using System.Text.Json;

namespace Quickstart;

/// <summary>Why there are no figures.</summary>
internal static class Failure
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>Tells a person on the error stream, and a program by one JSON object as the last line. Answers with the exit code.</summary>
    public static int Show(string error, bool json, int exitCode)
    {
        Console.Error.WriteLine(error);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { Ok = false, Error = error }, Format));
        }

        return exitCode;
    }
}
