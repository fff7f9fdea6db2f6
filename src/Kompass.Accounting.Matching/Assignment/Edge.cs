namespace Kompass.Accounting.Matching;

/// <summary>A pair that survived the scoring of its row.</summary>
internal sealed class Edge(int left, int right, string rightKey, PairScore score)
{
    internal int Left { get; } = left;

    internal int Right { get; } = right;

    internal string RightKey { get; } = rightKey;

    internal PairScore Score { get; } = score;

    /// <summary>0 to 1, rivals considered; known after <see cref="Competition"/>.</summary>
    internal double Confidence { get; set; }
}
