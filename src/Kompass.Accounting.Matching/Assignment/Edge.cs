namespace Kompass.Accounting.Matching;

/// <summary>A pair that survived the scoring of its row.</summary>
internal struct Edge(int right, in PairScore score)
{
    /// <summary>The slot of the right record.</summary>
    internal int Right { get; } = right;

    /// <summary>Before rivals are considered.</summary>
    internal PairScore Score { get; } = score;

    /// <summary>0 to 1, rivals considered; known after <see cref="Competition"/>.</summary>
    internal double Confidence { get; set; }

    /// <summary>Known after <see cref="Competition"/>.</summary>
    internal Rival Rival { get; set; }
}
