using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Compares two CSV files and writes every candidate with its confidence.</summary>
internal static class MatchCommand
{
    public static int Run(Arguments arguments)
    {
        var left = RecordFile.Read(arguments.Required("--left"));
        var right = RecordFile.Read(arguments.Required("--right"));
        var options = new MatchOptions { Fields = arguments.Fields(), MaximumCandidates = arguments.Number("--top", 20) };
        var (result, seconds) = Timed(() => new FuzzyNameMatcher().Match(left, right, options));
        var warmSeconds = Enumerable.Range(0, arguments.Number("--repeat", 0))
            .Select(_ => Timed(() => new FuzzyNameMatcher().Match(left, right, options)).Seconds).DefaultIfEmpty(seconds).Min();
        Write(arguments.Required("--out"), result);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            seconds,
            warmSeconds,
            peakMegabytes = Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576,
            candidates = result.Rows.Sum(row => row.Candidates.Count),
        }));
        return 0;
    }

    private static (MatchResult Result, double Seconds) Timed(Func<MatchResult> work)
    {
        var clock = Stopwatch.StartNew();
        return (work(), clock.Elapsed.TotalSeconds);
    }

    private static void Write(string path, MatchResult result)
    {
        using var csv = CsvWriter.ToFile(path);
        csv.WriteHeader("left_id", "right_id", "rank", "confidence", "band", "assigned", "reason");
        foreach (var row in result.Rows)
        {
            for (var i = 0; i < row.Candidates.Count; i++)
            {
                var candidate = row.Candidates[i];
                csv.WriteRecord(
                    row.LeftKey,
                    candidate.RightKey,
                    (i + 1).ToString(CultureInfo.InvariantCulture),
                    (100 * candidate.Confidence).ToString("F6", CultureInfo.InvariantCulture),
                    candidate.Band.ToString().ToLowerInvariant(),
                    candidate.RightKey == row.Assigned?.RightKey ? "1" : "0",
                    candidate.Reason);
            }
        }
    }
}
