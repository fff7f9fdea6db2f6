using System.Globalization;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Two lists of names that look real: of the left one 80 % are noised copies of right ones, the rest strangers. The same seed gives the same lists.</summary>
/// <param name="Left">In no particular order.</param>
/// <param name="Right">In no particular order; no name twice.</param>
/// <param name="Truth">Which left record is a copy of which right one.</param>
internal sealed record GeneratedLists(List<MatchRecord> Left, List<MatchRecord> Right, Truth Truth)
{
    public const int DefaultSeed = 20;
    private const int CopiesPerCent = 80;
    private const int Stranger = -1;

    /// <summary>Makes the lists.</summary>
    /// <param name="left">How many left records, at least 1.</param>
    /// <param name="right">How many right records, at least 1.</param>
    /// <param name="seed">The seed.</param>
    public static GeneratedLists Make(int left, int right, int seed = DefaultSeed)
    {
        var words = new WordSource(new Random(seed));
        var maker = new NameMaker(words);
        var noise = new NameNoise(words);
        var originals = new GeneratedName[right];
        for (var i = 0; i < right; i++)
        {
            originals[i] = maker.Next();
        }

        // One copy for a right record, so that a one-to-one assignment can be right about every one.
        var copied = Enumerable.Range(0, right).ToArray();
        words.Random.Shuffle(copied);
        var copies = (int)Math.Min((long)left * CopiesPerCent / 100, right);
        var names = new (string Name, int Original)[left];
        for (var i = 0; i < left; i++)
        {
            names[i] = i < copies ? (noise.Copy(originals[copied[i]]), copied[i]) : (maker.Next().ToString(), Stranger);
        }

        words.Random.Shuffle(names);
        return new(
            [.. names.Select((n, i) => new MatchRecord { Key = Key('L', i), Name = n.Name })],
            [.. originals.Select((n, i) => new MatchRecord { Key = Key('R', i), Name = n.ToString() })],
            new(names.Index().Where(n => n.Item.Original != Stranger).Select(n => new TruthPair(Key('L', n.Index), Key('R', n.Item.Original)))));
    }

    private static string Key(char side, int index) => side + index.ToString(CultureInfo.InvariantCulture);
}
