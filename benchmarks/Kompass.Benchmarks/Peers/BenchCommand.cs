using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Kompass.Benchmarks;

/// <summary>Runs the BenchmarkDotNet classes and keeps their tables beside the project, or where <c>--results</c> says.</summary>
internal static class BenchCommand
{
    private const string Option = "--results";
    private const string Suffix = "-report-github.md";

    public static int Run(string[] args)
    {
        var at = Array.IndexOf(args, Option);
        if (at >= 0 && at + 1 == args.Length)
        {
            throw new InputException($"{Option} is missing. Give it a value.");
        }

        var results = at < 0 ? DefaultResults() : args[at + 1];
        var artifacts = Directory.CreateTempSubdirectory("kompass-benchmarks-").FullName;
        try
        {
            var config = DefaultConfig.Instance.WithArtifactsPath(artifacts).WithOptions(ConfigOptions.DisableLogFile);
            string[] rest = at < 0 ? args : [.. args[..at], .. args[(at + 2)..]];
            var summaries = BenchmarkSwitcher.FromAssembly(typeof(BenchCommand).Assembly).Run(rest, config).ToList();
            Keep(artifacts, results);
            return summaries.Any(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(artifacts, recursive: true);
        }
    }

    private static void Keep(string artifacts, string results)
    {
        foreach (var report in Directory.EnumerateFiles(artifacts, "*" + Suffix, SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(report)[..^Suffix.Length].Split('.')[^1];
            var target = Path.Combine(Directory.CreateDirectory(results).FullName, name + ".md");
            File.WriteAllText(target, File.ReadAllText(report).ReplaceLineEndings("\n").TrimEnd() + "\n");
            Console.WriteLine($"kept {target}");
        }
    }

    private static string DefaultResults()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kompass.Xero.sln")))
            {
                return Path.Combine(folder.FullName, "benchmarks", "results");
            }
        }

        throw new InputException($"The repository of this program is not to be found. Say with {Option} where the tables go.");
    }
}
