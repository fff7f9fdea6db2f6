namespace Kompass.Benchmarks;

/// <summary>What one page took.</summary>
/// <param name="Store">The database.</param>
/// <param name="Path">The page, below the prefix and without ids.</param>
/// <param name="Status">How it was answered.</param>
/// <param name="IsExpected">Whether it was to be answered so.</param>
/// <param name="IsPage">False of a file, which is as large as what it holds.</param>
/// <param name="Milliseconds">Median time of the server.</param>
/// <param name="CpuMilliseconds">The same, of this process's processors: what it takes where nothing else is at work.</param>
/// <param name="Kilobytes">Uncompressed, of 1,024 bytes.</param>
/// <param name="Calls">Calls of Xero when it was opened first.</param>
internal sealed record PageFigures(string Store, string Path, int Status, bool IsExpected, bool IsPage, double Milliseconds, double CpuMilliseconds, double Kilobytes, int Calls)
{
    public const double MostMilliseconds = 200;
    public const double MostKilobytes = 100;

    /// <summary>A page keeps to the bars; a file has none.</summary>
    public bool KeepsToTheBars => IsExpected && IsSmall && (!IsPage || Milliseconds <= MostMilliseconds);

    public bool IsSmall => !IsPage || Kilobytes <= MostKilobytes;
}
