using System.Globalization;

namespace Kompass.Accounting.Matching;

/// <summary>The learnt weight of each feature, read once from the file of weights.</summary>
internal static class Weights
{
    private static readonly double[] Values = Read();

    internal static double LogOdds(ReadOnlySpan<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += Values[i] * features[i];
        }

        return Math.Clamp(sum, -30, 30);
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
