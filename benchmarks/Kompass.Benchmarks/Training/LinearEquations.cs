namespace Kompass.Benchmarks;

/// <summary>Solves symmetric, positive definite equations by Cholesky's method.</summary>
internal static class LinearEquations
{
    /// <summary>Solves for the unknowns that are not fixed at 0. Only the lower triangle of the matrix is read.</summary>
    public static double[] Solve(double[,] matrix, double[] right, bool[] isFixed)
    {
        var size = right.Length;
        var lower = new double[size, size];
        var solution = new double[size];
        for (var i = 0; i < size; i++)
        {
            if (isFixed[i])
            {
                lower[i, i] = 1;
                continue;
            }

            var value = right[i];
            for (var j = 0; j <= i; j++)
            {
                var sum = isFixed[j] ? 0 : matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[i, k] * lower[j, k];
                }

                lower[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / lower[j, j];
                value -= j < i ? lower[i, j] * solution[j] : 0;
            }

            solution[i] = value / lower[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < size; j++)
            {
                solution[i] -= lower[j, i] * solution[j];
            }

            solution[i] /= lower[i, i];
        }

        return solution;
    }
}
