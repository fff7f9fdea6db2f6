using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Company names that look real, and noised copies of most of them. The same seed gives the same names.</summary>
internal static class GeneratedNames
{
    private static readonly string[] Syllables = "bar ken mor tal vin sel dor nor lan wes har cor del fen gra hol jar kel lin mar ped ros sta tor ul wyn".Split(' ');
    private static readonly string[] Trades = "Services Consulting Engineering Properties Foods Logistics Design Electrical Holdings Systems Catering Motors".Split(' ');
    private static readonly string[] Forms = ["Ltd", "Limited", "LLP", "PLC", "Inc", "GmbH"];

    public static (List<MatchRecord> Left, List<MatchRecord> Right) Make(int count, int seed = 20)
    {
        var random = new Random(seed);
        var right = Enumerable.Range(0, count).Select(i => new MatchRecord { Key = $"R{i}", Name = Name(random) }).ToList();
        var left = right.Select((record, i) => new MatchRecord
        {
            Key = $"L{i}",
            Name = random.Next(5) == 0 ? Name(random) : Noised(record.Name, random),
        }).ToList();
        return (left, right);
    }

    private static string Name(Random random)
    {
        var words = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Word(random)).Append(Pick(Trades, random)).Append(Pick(Forms, random));
        return string.Join(' ', words);
    }

    private static string Word(Random random)
    {
        var word = string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => Pick(Syllables, random)));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static string Noised(string name, Random random)
    {
        var position = random.Next(1, name.Length - 1);
        return random.Next(4) switch
        {
            0 => name.Replace("Ltd", "Limited", StringComparison.Ordinal),
            1 => name.ToUpperInvariant(),
            2 => name.Remove(position, 1),
            _ => name[..position] + name[position - 1] + name[(position + 1)..],
        };
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];
}
