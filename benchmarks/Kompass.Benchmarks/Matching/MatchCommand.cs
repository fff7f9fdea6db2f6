using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Compares two CSV files and writes every candidate with its confidence.</summary>
internal static class MatchCommand
{
    private const int MostCandidates = 1000;
    private const int MostRepeats = 1000;

    public static readonly string[] Options = ["--left", "--right", "--out", "--fields", "--without", "--top", "--repeat"];

    public static int Run(Arguments arguments)
    {
        var (leftPath, rightPath, outPath) = (arguments.Required("--left"), arguments.Required("--right"), arguments.Required("--out"));
        if (IsSame(outPath, leftPath) || IsSame(outPath, rightPath))
        {
            throw new InputException($"--out is {outPath}, which is read from. Name another file.");
        }

        CandidateFile.Check(outPath);

        var options = new MatchOptions { Fields = arguments.Fields() ?? MatchFields.All, MaximumCandidates = arguments.Number("--top", 20, least: 1, MostCandidates) };
        var repeats = arguments.Number("--repeat", 0, most: MostRepeats);
        var columns = arguments.Columns();
        var (left, right) = (RecordFile.Read(leftPath, columns), RecordFile.Read(rightPath, columns));
        var matcher = new FuzzyNameMatcher();
        var (result, seconds) = StageClock.Time(progress => matcher.Match(left, right, options, progress));
        var peakMegabytes = Memory.PeakMegabytes();
        var candidates = result.Rows.Sum(row => (long)row.Candidates.Count);
        CandidateFile.Write(outPath, result);
        if (repeats == 0)
        {
            Json.WriteLine(new { seconds, peakMegabytes, candidates });
            return 0;
        }

        var warmSeconds = Enumerable.Range(0, repeats).Select(_ => StageClock.Time(p => matcher.Match(left, right, options, p)).Seconds).MinBy(s => s["whole"]);
        Json.WriteLine(new { seconds, warmSeconds, peakMegabytes, candidates });
        return 0;
    }

    private static bool IsSame(string one, string other) => string.Equals(Target(one), Target(other), StringComparison.Ordinal);

    private static string Target(string path) =>
        (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
}
