namespace Kompass.Benchmarks;

/// <summary>
/// Learns weights so that the true candidate of a row, or "none of them" with a score of 0, is as likely as possible:
/// a softmax over the row's scores, fitted by Newton's method with a ridge.
/// </summary>
/// <remarks>One thread, a fixed order of sums: the same data give the same weights, bit for bit. A set counts its weight, whatever its size.</remarks>
internal sealed class ConditionalLogit(IReadOnlyList<TrainingSet> sets, int features, double ridge)
{
    private const int MostSteps = 40;
    private const double SmallEnough = 1e-9;

    private readonly bool[] _isFixed = new bool[features];

    /// <summary>Learns. While weights whose sign is known beforehand come out wrong, the most wrong of them is set to 0.</summary>
    /// <param name="signs">1 or -1 where a sign is known, else 0.</param>
    /// <param name="ones">The features whose weight is 1 and not learnt.</param>
    public double[] Learn(IReadOnlyList<int> signs, IReadOnlyList<int> ones)
    {
        var weights = new double[features];
        foreach (var one in ones)
        {
            (_isFixed[one], weights[one]) = (true, 1);
        }

        while (true)
        {
            Descend(weights);
            var wrong = Enumerable.Range(0, features).Where(i => !_isFixed[i] && weights[i] * signs[i] < 0).ToList();
            if (wrong.Count == 0)
            {
                return weights;
            }

            var worst = wrong.MaxBy(i => Math.Abs(weights[i]));
            (_isFixed[worst], weights[worst]) = (true, 0);
        }
    }

    private void Descend(double[] weights)
    {
        var loss = Loss(weights, null, null);
        for (var step = 0; step < MostSteps; step++)
        {
            var gradient = new double[features];
            var curvature = new double[features, features];
            Loss(weights, gradient, curvature);
            var direction = LinearEquations.Solve(curvature, gradient, _isFixed);
            var (scale, next, nextLoss) = (1.0, weights, loss);
            do
            {
                next = [.. weights.Select((weight, i) => weight - (scale * direction[i]))];
                nextLoss = Loss(next, null, null);
                scale /= 2;
            }
            while (nextLoss > loss && scale > 1e-6);

            if (nextLoss > loss)
            {
                return;
            }

            next.CopyTo(weights, 0);
            var gain = loss - nextLoss;
            loss = nextLoss;
            if (gain < SmallEnough)
            {
                return;
            }
        }
    }

    private double Loss(double[] weights, double[]? gradient, double[,]? curvature)
    {
        var loss = 0.0;
        foreach (var set in sets)
        {
            var share = set.Weight / set.Rows.Count;
            foreach (var row in set.Rows)
            {
                loss += share * LossOf(set, row, weights, share, gradient, curvature);
            }
        }

        // The constant is free.
        for (var i = 1; i < features; i++)
        {
            loss += ridge * weights[i] * weights[i] / 2;
            if (gradient is not null && !_isFixed[i])
            {
                gradient[i] += ridge * weights[i];
                curvature![i, i] += ridge;
            }
        }

        return loss;
    }

    private double LossOf(TrainingSet set, (int Start, int Count, int True) row, double[] weights, double share, double[]? gradient, double[,]? curvature)
    {
        Span<double> odds = row.Count <= 512 ? stackalloc double[row.Count] : new double[row.Count];
        var greatest = 0.0;
        for (var i = 0; i < row.Count; i++)
        {
            odds[i] = Dot(weights, set.Candidate(row.Start + i));
            greatest = Math.Max(greatest, odds[i]);
        }

        var truth = row.True < 0 ? 0 : odds[row.True - row.Start];
        var sum = Math.Exp(-greatest);
        for (var i = 0; i < row.Count; i++)
        {
            odds[i] = Math.Exp(odds[i] - greatest);
            sum += odds[i];
        }

        if (gradient is not null)
        {
            AddSlopes(set, row, odds, sum, share, gradient, curvature!);
        }

        return greatest + Math.Log(sum) - truth;
    }

    private void AddSlopes(TrainingSet set, (int Start, int Count, int True) row, Span<double> odds, double sum, double share, double[] gradient, double[,] curvature)
    {
        var mean = new double[features];
        for (var c = 0; c < row.Count; c++)
        {
            var probability = odds[c] / sum;
            if (probability < 1e-9)
            {
                continue;
            }

            var candidate = set.Candidate(row.Start + c);
            for (var i = 0; i < features; i++)
            {
                var part = probability * candidate[i];
                mean[i] += part;
                for (var j = 0; part != 0 && j <= i; j++)
                {
                    curvature[i, j] += share * part * candidate[j];
                }
            }
        }

        for (var i = 0; i < features; i++)
        {
            gradient[i] += share * (mean[i] - (row.True < 0 ? 0 : set.Candidate(row.True)[i]));
            for (var j = 0; j <= i; j++)
            {
                curvature[i, j] -= share * mean[i] * mean[j];
            }
        }
    }

    private static double Dot(double[] weights, double[] values)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * values[i];
        }

        return sum;
    }
}
