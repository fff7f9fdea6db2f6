namespace Kompass.Benchmarks;

/// <summary>Whether a confidence means what it says.</summary>
internal static class Calibration
{
    private const int Bins = 10;

    /// <summary>
    /// Expected calibration error: in each tenth of the scale the distance between mean confidence and share of right answers, weighted
    /// by the number of answers. A bin holds its lower edge; the last one holds 1 too.
    /// </summary>
    public static double? Error(IReadOnlyCollection<Answer> answers) =>
        answers.Count == 0
            ? null
            : answers.GroupBy(a => Math.Min(Bins - 1, (int)(a.Confidence * Bins)))
                .OrderBy(bin => bin.Key)
                .Sum(bin => Math.Abs(bin.Sum(a => a.Confidence) - bin.Sum(a => a.Right))) / answers.Count;

    /// <summary>Brier score: mean squared distance between confidence and truth. Of equals each is taken as often as any other.</summary>
    public static double? Brier(IReadOnlyCollection<Answer> answers) =>
        answers.Count == 0
            ? null
            : answers.Average(a => (a.Right * (1 - a.Confidence) * (1 - a.Confidence)) + ((1 - a.Right) * a.Confidence * a.Confidence));
}
