namespace Kompass.Benchmarks;

/// <summary>What <see cref="StoreCommand"/> measured.</summary>
internal sealed record StoreReport
{
    /// <summary>By how much the unchanged run of the largest may be slower than that of the smallest: a machine that others use is not steady.</summary>
    private const double MostTimes = 2;

    public required int Configurations { get; init; }

    public required long LinkedRecords { get; init; }

    /// <summary>Rows of each table that has some.</summary>
    public required IReadOnlyDictionary<string, long> Rows { get; init; }

    public required double DatabaseMegabytes { get; init; }

    /// <summary>How long it took to fill the database.</summary>
    public required double FillSeconds { get; init; }

    /// <summary>Runs of configurations of different sizes, the smallest first.</summary>
    public required IReadOnlyList<StoreRun> Runs { get; init; }

    /// <summary>Operations and runs that were moved to the archive.</summary>
    public required int Archived { get; init; }

    public required double ArchiveSeconds { get; init; }

    /// <summary>An unchanged run of the largest configuration against one of the smallest: it does not grow with what is linked.</summary>
    public double UnchangedRatio => Math.Round(Runs[^1].UnchangedMilliseconds / Runs[0].UnchangedMilliseconds, 2);

    public bool KeepsItsPromise => UnchangedRatio <= MostTimes;

    public void Write(TextWriter output)
    {
        output.WriteLine(FormattableString.Invariant($"{Configurations} configurations, {LinkedRecords} linked records, {DatabaseMegabytes:F0} MB, filled in {FillSeconds:F0} s"));
        foreach (var (table, rows) in Rows)
        {
            output.WriteLine(FormattableString.Invariant($"  {table,-28}{rows,12}"));
        }

        output.WriteLine($"{"linked",10}{"unchanged ms",15}{"CPU ms",10}{"one changed ms",17}{"all read ms",14}");
        foreach (var run in Runs)
        {
            output.WriteLine(FormattableString.Invariant(
                $"{run.Linked,10}{run.UnchangedMilliseconds,15:F1}{run.UnchangedCpuMilliseconds,10:F1}{run.OneChangedMilliseconds,17:F1}{run.WholeMilliseconds,14:F1}"));
        }

        output.WriteLine(FormattableString.Invariant($"archived {Archived} in {ArchiveSeconds:F1} s"));
        output.WriteLine(FormattableString.Invariant($"{(KeepsItsPromise ? "kept" : "MISSED")}: an unchanged run of the largest takes {UnchangedRatio:F2} times that of the smallest, at most {MostTimes} times are allowed"));
    }
}

/// <summary>What runs of one configuration took, each the median of several.</summary>
/// <param name="Linked">How many records it has linked.</param>
/// <param name="UnchangedMilliseconds">A run while nothing changes.</param>
/// <param name="UnchangedCpuMilliseconds">The same, of this process's processors.</param>
/// <param name="OneChangedMilliseconds">A run after one invoice changed.</param>
/// <param name="WholeMilliseconds">The run that looks at every record, once a day.</param>
internal sealed record StoreRun(int Linked, double UnchangedMilliseconds, double UnchangedCpuMilliseconds, double OneChangedMilliseconds, double WholeMilliseconds);
