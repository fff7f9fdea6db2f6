namespace Kompass.Accounting.Matching;

/// <summary>What makes the confidence of a pair.</summary>
internal enum Judgement
{
    /// <summary>The learnt score, the rules, and the rivals.</summary>
    Learnt,

    /// <summary>FuzzySharp's weighted ratio alone.</summary>
    ByRatio,
}
