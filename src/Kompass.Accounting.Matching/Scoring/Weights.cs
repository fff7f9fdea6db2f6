using System.Globalization;

namespace Kompass.Accounting.Matching;

/// <summary>The learnt weight of each feature, read once from the file of weights.</summary>
internal static class Weights
{
    private static readonly double[] Values = Read();

    internal static double LogOdds(ReadOnlySpan<double> features)
    {
        // Four sums that do not wait for each other. Their order is fixed, so that every machine finds the same.
        var values = Values.AsSpan(0, features.Length);
        double a = 0, b = 0, c = 0, d = 0;
        var i = 0;
        for (; i + 3 < features.Length; i += 4)
        {
            a += values[i] * features[i];
            b += values[i + 1] * features[i + 1];
            c += values[i + 2] * features[i + 2];
            d += values[i + 3] * features[i + 3];
        }

        for (; i < features.Length; i++)
        {
            a += values[i] * features[i];
        }

        return Math.Clamp(a + b + c + d, -30, 30);
    }

    // One line per feature: its name and its weight. What begins with # is a comment.
    private static double[] Read()
    {
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream("weights.txt")!;
        using var reader = new StreamReader(stream);
        var values = new double[Features.Count];
        while (reader.ReadLine() is { } line)
        {
            // A name of another time is no error here: training reads the old weights while it makes new ones.
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 2 && Enum.TryParse<Feature>(parts[0], out var feature))
            {
                values[(int)feature] = double.Parse(parts[1], CultureInfo.InvariantCulture);
            }
        }

        return values;
    }
}
