namespace Kompass.Benchmarks;

/// <summary>The measures of one set.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="Left">Number of left records.</param>
/// <param name="Right">Number of right records.</param>
/// <param name="Pairs">Number of true pairs.</param>
/// <param name="Seconds">The comparison itself, as it comes: without warming up, without reading files.</param>
/// <param name="Measures">The measures.</param>
internal sealed record SetMeasures(string Name, int Left, int Right, int Pairs, double Seconds, Measures Measures);
