namespace Kompass.Benchmarks;

/// <summary>A left and a right record that are the same.</summary>
/// <param name="Left">Id of the left record.</param>
/// <param name="Right">Id of the right record.</param>
/// <param name="OneToOne">Whether the pair counts for the one-to-one measure.</param>
internal readonly record struct TruthPair(string Left, string Right, bool OneToOne = true);
