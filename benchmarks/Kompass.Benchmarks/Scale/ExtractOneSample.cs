using System.Diagnostics;
using Kompass.Accounting.Matching;
using FuzzyProcess = FuzzySharp.Process;

namespace Kompass.Benchmarks;

/// <summary>FuzzySharp asked for the best of all right names, for some rows of the left list.</summary>
internal sealed record ExtractOneSample
{
    private const int Pairs = 500_000;

    /// <summary>Rows asked.</summary>
    public required int Rows { get; init; }

    /// <summary>Seconds that they took.</summary>
    public required double SecondsMeasured { get; init; }

    /// <summary>Seconds that all left rows would take: measured seconds times left rows, divided by rows asked.</summary>
    public required double SecondsExtrapolated { get; init; }

    /// <summary>How many of the rows asked are copies.</summary>
    public required int Copies { get; init; }

    /// <summary>Share of those copies whose best name is the true one; null without any.</summary>
    public double? RecallAt1 { get; init; }

    /// <summary>The same share for our answer to the same rows.</summary>
    public double? OursRecallAt1 { get; init; }

    /// <summary>As many rows as take a few seconds, and never fewer than five.</summary>
    public static int SensibleRows(int right) => Math.Clamp(Pairs / right, 5, 250);

    /// <summary>Asks for the first rows of the left list, which is in no particular order.</summary>
    public static ExtractOneSample Take(GeneratedLists lists, IReadOnlyList<MatchRow> ours, int rows)
    {
        var names = lists.Right.ConvertAll(r => r.Name);
        var asked = lists.Left.Take(rows).ToList();
        FuzzyProcess.ExtractOne(asked[0].Name, names.Take(1_000));
        var clock = Stopwatch.StartNew();
        var best = asked.ConvertAll(record => FuzzyProcess.ExtractOne(record.Name, names).Index);
        var seconds = clock.Elapsed.TotalSeconds;
        var copies = Enumerable.Range(0, asked.Count).Where(i => lists.Truth.HasPair(asked[i].Key)).ToList();
        return new()
        {
            Rows = asked.Count,
            SecondsMeasured = Math.Round(seconds, 3),
            SecondsExtrapolated = Math.Round(seconds * lists.Left.Count / asked.Count, 1),
            Copies = copies.Count,
            RecallAt1 = copies.Count == 0 ? null : copies.Average(i => lists.Truth.IsTrue(asked[i].Key, lists.Right[best[i]].Key) ? 1.0 : 0),
            OursRecallAt1 = copies.Count == 0 ? null : copies.Average(i => Answer.Top(ours[i], lists.Truth)?.Right ?? 0),
        };
    }
}
