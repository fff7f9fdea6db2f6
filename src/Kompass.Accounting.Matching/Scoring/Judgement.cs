namespace Kompass.Accounting.Matching;

/// <summary>What makes the confidence of a pair.</summary>
internal abstract class Judgement
{
    /// <summary>The learnt score, the rules, and the rivals.</summary>
    internal static readonly Judgement Learnt = new LearntJudgement();

    /// <summary>FuzzySharp's weighted ratio alone.</summary>
    internal static readonly Judgement ByRatio = new RatioJudgement();

    /// <summary>Makes what one thread scores pairs with.</summary>
    internal abstract IPairScorer CreateScorer(CandidateIndex index, FieldRarity rarity, GramVector vector);

    /// <summary>Turns scores into confidences when all rows are known.</summary>
    internal abstract void Settle(Edge[][] rows, int slots, MatchOptions options);

    /// <summary>The confidence of a pair that has no rivals.</summary>
    internal abstract double Alone(in PairScore score, MatchOptions options);

    private sealed class LearntJudgement : Judgement
    {
        internal override IPairScorer CreateScorer(CandidateIndex index, FieldRarity rarity, GramVector vector) => new PairScorer(rarity, index, vector);

        internal override void Settle(Edge[][] rows, int slots, MatchOptions options) => Competition.Settle(rows, slots, options);

        internal override double Alone(in PairScore score, MatchOptions options) => Bands.Limit(score.Probability, score.Ceiling, options);
    }

    private sealed class RatioJudgement : Judgement
    {
        internal override IPairScorer CreateScorer(CandidateIndex index, FieldRarity rarity, GramVector vector) => new WeightedRatio(index);

        internal override void Settle(Edge[][] rows, int slots, MatchOptions options)
        {
            foreach (var row in rows)
            {
                foreach (ref var edge in row.AsSpan())
                {
                    edge.Confidence = Alone(edge.Score, options);
                }
            }
        }

        // A whole number of hundredths again, which the odds were made of.
        internal override double Alone(in PairScore score, MatchOptions options) => Math.Round(score.Probability, 2);
    }
}
