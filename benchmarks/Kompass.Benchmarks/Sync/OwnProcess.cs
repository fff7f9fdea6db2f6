using System.Diagnostics;

namespace Kompass.Benchmarks;

/// <summary>How to start this program once more.</summary>
internal static class OwnProcess
{
    public static ProcessStartInfo With(params IEnumerable<string> arguments)
    {
        var own = Environment.ProcessPath!;
        var start = new ProcessStartInfo(own);
        if (Path.GetFileNameWithoutExtension(own) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
