using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;

namespace Kompass.Benchmarks;

/// <summary>Runs the BenchmarkDotNet classes and keeps their tables beside the project, or where <c>--results</c> says.</summary>
internal static class BenchCommand
{
    private const string Option = "--results";
    private const string Suffix = "-report-github.md";
    private static readonly string[] JobOptions = ["-j", "--job"];

    // Two minutes, which is the default, are too few on a machine with others at work.
    private static readonly TimeSpan BuildTimeout = TimeSpan.FromMinutes(10);

    // These run nothing.
    private static readonly string[] Questions = ["--list", "--help", "--info", "--version"];

    private static readonly string[] Names =
    [
        .. typeof(BenchCommand).Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(BenchmarkAttribute), inherit: false)))
            .Select(type => type.Name).Order(StringComparer.Ordinal),
    ];

    public static int Run(string[] args)
    {
        var at = Array.IndexOf(args, Option);
        if (at >= 0 && at + 1 == args.Length)
        {
            throw new InputException($"{Option} is missing. Give it a value.");
        }

        var root = RepositoryRoot.Path;
        var results = Path.GetFullPath(at < 0 ? Path.Combine(root, "benchmarks", "results") : args[at + 1]);
        string[] rest = at < 0 ? args : [.. args[..at], .. args[(at + 2)..]];
        // Without a word about which, BenchmarkDotNet would ask, and nobody may be there to answer.
        rest = rest.Length == 0 ? ["--filter", "*"] : rest;
        var artifacts = Directory.CreateTempSubdirectory("kompass-benchmarks-").FullName;
        // From here the project of the benchmarks is looked for.
        Environment.CurrentDirectory = root;
        try
        {
            var summaries = BenchmarkSwitcher.FromAssembly(typeof(BenchCommand).Assembly).Run(rest, Config(rest).WithArtifactsPath(artifacts)).ToList();
            if (summaries.Count == 0 && !rest.Intersect(Questions).Any())
            {
                throw new InputException($"No benchmark matches {string.Join(' ', rest)}. There are {string.Join(", ", Names)}: --filter *{Names[0]}* runs one, --filter * all.");
            }

            if (summaries.Any(s => s.HasCriticalValidationErrors || s.Reports.IsEmpty || s.Reports.Any(r => !r.Success)))
            {
                return 1;
            }

            Keep(artifacts, results);
            return 0;
        }
        finally
        {
            Directory.Delete(artifacts, recursive: true);
        }
    }

    // A short run, unless the arguments name another job.
    private static ManualConfig Config(string[] args)
    {
        var config = ManualConfig.CreateMinimumViable()
            .AddAnalyser([.. DefaultConfig.Instance.GetAnalysers()])
            .AddValidator([.. DefaultConfig.Instance.GetValidators()])
            .WithBuildTimeout(BuildTimeout)
            .WithOptions(ConfigOptions.DisableLogFile);
        return args.Intersect(JobOptions).Any() ? config : config.AddJob(Job.ShortRun);
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
}
