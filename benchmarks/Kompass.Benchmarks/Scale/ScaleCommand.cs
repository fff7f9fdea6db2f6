using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>The whole job on generated names, with FuzzySharp on a sample of the same rows in the same run.</summary>
internal static class ScaleCommand
{
    private const int WarmUp = 1_000;
    private const int MostNames = 5_000_000;
    private const int MostRepeats = 1_000;

    public static readonly string[] Options = ["--n", "--right", "--seed", "--repeat", "--sample", "--json"];

    public static int Run(Arguments arguments)
    {
        var left = arguments.Number("--n", 100_000, least: 10, MostNames);
        var right = arguments.Number("--right", left, least: 1, MostNames);
        var seed = arguments.Number("--seed", GeneratedLists.DefaultSeed, most: int.MaxValue - 1);
        var repeats = arguments.Number("--repeat", 1, least: 1, MostRepeats);
        var sample = arguments.Number("--sample", ExtractOneSample.SensibleRows(right));

        var matcher = new FuzzyNameMatcher();
        var small = GeneratedLists.Make(WarmUp, WarmUp, seed + 1);
        var warmUp = StageClock.Time(progress => matcher.Match(small.Left, small.Right, null, progress)).Seconds;
        var lists = GeneratedLists.Make(left, right, seed);
        var (result, seconds) = StageClock.Time(progress => matcher.Match(lists.Left, lists.Right, null, progress));
        var peakMegabytes = Memory.PeakMegabytes();
        for (var i = 1; i < repeats; i++)
        {
            var again = StageClock.Time(progress => matcher.Match(lists.Left, lists.Right, null, progress)).Seconds;
            seconds = again["whole"] < seconds["whole"] ? again : seconds;
        }

        var report = new ScaleReport
        {
            Left = left,
            Right = right,
            Seed = seed,
            Copies = lists.Truth.Lefts,
            Cores = Environment.ProcessorCount,
            WarmUpSeconds = warmUp["whole"],
            Seconds = seconds,
            PeakMegabytes = peakMegabytes,
            Candidates = result.Rows.Sum(row => (long)row.Candidates.Count),
            Measures = Measures.Of(result.Rows, lists.Truth, _ => false).WithOneToOne(result.Rows, lists.Truth),
            FuzzySharp = sample == 0 ? null : ExtractOneSample.Take(lists, result.Rows, sample),
        };
        if (arguments.Has("--json"))
        {
            Json.WriteLine(report);
        }
        else
        {
            report.Write(Console.Out);
        }

        return 0;
    }
}
