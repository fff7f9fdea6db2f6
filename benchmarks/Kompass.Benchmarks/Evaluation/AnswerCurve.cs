namespace Kompass.Benchmarks;

/// <summary>Precision and recall of a list of answers, cut at every confidence that occurs. Equal confidences are never cut apart.</summary>
internal sealed class AnswerCurve
{
    // Sums of shares such as a third are not exact.
    private const double Rounding = 1e-9;

    private readonly List<Point> _points = [];
    private readonly int _positives;

    /// <param name="answers">At most one answer for a row.</param>
    /// <param name="positives">How many rows have a right answer: what recall is a share of.</param>
    public AnswerCurve(IEnumerable<Answer> answers, int positives)
    {
        _positives = positives;
        double taken = 0, right = 0;
        foreach (var group in answers.GroupBy(a => a.Confidence).OrderByDescending(g => g.Key))
        {
            taken += group.Count();
            right += group.Sum(a => a.Right);
            _points.Add(new(taken, right));
        }
    }

    /// <summary>The best F1 that any threshold gives.</summary>
    public double BestF1 => _positives == 0 ? 0 : _points.Select(p => 2 * p.Right / (p.Taken + _positives)).DefaultIfEmpty().Max();

    /// <summary>Average precision: the area under the steps of the curve, whatever is never found counting nothing.</summary>
    public double AveragePrecision
    {
        get
        {
            double sum = 0, before = 0;
            foreach (var point in _points)
            {
                sum += (point.Right - before) * point.Precision;
                before = point.Right;
            }

            return _positives == 0 ? 0 : sum / _positives;
        }
    }

    /// <summary>The largest recall of any threshold whose precision is at least the given one; 0 when there is none.</summary>
    public double RecallAt(double precision) =>
        _positives == 0 ? 0 : _points.Where(p => p.Precision >= precision - Rounding).Select(p => p.Right).DefaultIfEmpty().Max() / _positives;

    private readonly record struct Point(double Taken, double Right)
    {
        public double Precision => Right / Taken;
    }
}
