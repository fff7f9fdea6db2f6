namespace Kompass.Accounting.Matching;

/// <summary>Judges pairs, each on its own. One thread uses one scorer.</summary>
internal interface IPairScorer
{
    /// <summary>Judges a left record and the right one at a slot.</summary>
    PairScore Score(Entry left, int slot);
}
