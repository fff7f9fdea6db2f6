namespace Kompass.Benchmarks;

/// <summary>Draws words: from a list with frequencies as in a language (Zipf), or made up and rare.</summary>
internal sealed class WordSource(Random random)
{
    private static readonly string[] Onsets = "b br c ch cl d dr f fl g gl gr h j k kn l m n p pr qu r s sh sl st t th tr v w wh y z".Split(' ');
    private static readonly string[] Vowels = "a e i o u ai ea ee ie oo ou ow".Split(' ');
    private static readonly string[] Codas = "b ck d ff g l ll m n nd ng nt p r rd rn rt s ss st t th x".Split(' ');
    private static readonly string[] Endings = "ton ley ham ford well field worth man er son by wick ex is a o ia um ix ora".Split(' ');

    private readonly Dictionary<string[], double[]> _weights = [];

    public Random Random { get; } = random;

    /// <summary>True in one of so many cases per cent.</summary>
    public bool Chance(int percent) => Random.Next(100) < percent;

    /// <summary>A word of a list, the n-th with a weight of 1 / (n + 2).</summary>
    public string Pick(string[] words)
    {
        if (!_weights.TryGetValue(words, out var sums))
        {
            sums = new double[words.Length];
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] = (i == 0 ? 0 : sums[i - 1]) + (1.0 / (i + 3));
            }

            _weights[words] = sums;
        }

        var index = Array.BinarySearch(sums, Random.NextDouble() * sums[^1]);
        return words[Math.Min(index < 0 ? ~index : index, words.Length - 1)];
    }

    /// <summary>A word that hardly any other name has.</summary>
    public string Rare()
    {
        var word = Any(Onsets) + Any(Vowels) + Any(Codas);
        if (Chance(35))
        {
            word += Any(Onsets) + Any(Vowels) + Any(Codas);
        }

        word += Chance(70) ? Any(Endings) : "";
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    /// <summary>Any of a list, all equally likely.</summary>
    public T Any<T>(T[] items) => items[Random.Next(items.Length)];
}
