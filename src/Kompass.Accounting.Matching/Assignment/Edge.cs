namespace Kompass.Accounting.Matching;

/// <summary>A pair that survived the scoring of its row.</summary>
internal struct Edge(int right, in PairScore score)
{
    /// <summary>The slot of the right record.</summary>
    internal int Right { get; } = right;

    /// <summary>Before rivals are considered.</summary>
    internal double LogOdds { get; } = score.LogOdds;

    internal MatchBand Ceiling { get; } = score.Ceiling;

    /// <summary>See <see cref="PairScore.IsTwin"/>.</summary>
    internal bool IsTwin { get; } = score.IsTwin;

    /// <summary>0 to 1, rivals considered; known after <see cref="Competition"/>.</summary>
    internal double Confidence { get; set; }
}
