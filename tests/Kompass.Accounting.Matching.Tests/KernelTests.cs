using System.Text;

namespace Kompass.Accounting.Matching.Tests;

/// <summary>The bit-parallel kernels against the textbook's tables.</summary>
public sealed class KernelTests
{
    private const int MostLetters = 256;

    [Theory]
    [InlineData(2, 300, 1500)]
    [InlineData(5, 300, 1500)]
    [InlineData(36, 300, 1500)]
    [InlineData(4, 70, 6000)]
    public void With_random_letters_gives_the_ratio_of_the_longest_common_subsequence(int alphabet, int longest, int pairs)
    {
        var random = new Random(7 + alphabet);
        var ratio = new LetterRatio();
        for (var i = 0; i < UnderCi.Of(pairs, pairs / 10); i++)
        {
            var (left, right) = (Letters(random, alphabet, random.Next(longest + 1)), Letters(random, alphabet, random.Next(longest + 1)));
            ratio.Use(left);

            var expected = PlainRatio(left, right);
            Assert.Equal(expected, ratio.With(right), 12);
            Assert.Equal(expected, Fresh(right).With(left), 12);
        }
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(255)]
    [InlineData(256)]
    public void With_lengths_at_the_edge_of_a_machine_word_are_exact(int length)
    {
        var random = new Random(length);
        for (var i = 0; i < 200; i++)
        {
            var left = Letters(random, 3, length);
            byte[] right = [.. left.Where((_, position) => position % 7 != 3), .. Letters(random, 3, i)];

            Assert.Equal(PlainRatio(left, right), Fresh(left).With(right), 12);
            Assert.Equal(1, Fresh(left).With(left), 12);
        }
    }

    [Fact]
    public void With_compares_the_first_256_letters_only()
    {
        var random = new Random(3);
        byte[] left = Letters(random, 4, 1000), right = Letters(random, 4, 1000);

        Assert.Equal(Fresh([.. left.Take(MostLetters)]).With(right.AsSpan(0, MostLetters)), Fresh(left).With(right), 15);
        Assert.Equal(0, Fresh([]).With([]));
    }

    [Theory]
    [InlineData(2, 64, 3000)]
    [InlineData(6, 64, 3000)]
    [InlineData(3, 18, 8000)]
    public void Between_random_words_is_the_optimal_string_alignment(int alphabet, int longest, int pairs)
    {
        var random = new Random(11 + alphabet);
        for (var i = 0; i < UnderCi.Of(pairs, pairs / 10); i++)
        {
            var one = Word(random, alphabet, 1 + random.Next(longest));
            var other = random.Next(2) == 0 ? Word(random, alphabet, 1 + random.Next(longest)) : Slip(random, one, longest);

            Assert.Equal(PlainDistance(one, other), EditDistance.Between(new(one), new(other)));
            Assert.Equal(PlainDistance(other, one), EditDistance.Between(new(other), new(one)));
        }
    }

    [Theory]
    [InlineData("acme", "amce", 1)]
    [InlineData("acme", "acme", 0)]
    [InlineData("ca", "abc", 3)]
    [InlineData("a", "b", 1)]
    public void Between_known_words_is_known(string one, string other, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(new(one), new(other)));
    }

    private static LetterRatio Fresh(byte[] left)
    {
        var ratio = new LetterRatio();
        ratio.Use(left);
        return ratio;
    }

    private static byte[] Letters(Random random, int alphabet, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (byte)(1 + random.Next(alphabet)))];

    private static string Word(Random random, int alphabet, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(alphabet))));

    private static string Slip(Random random, string word, int longest)
    {
        var slipped = new StringBuilder(word);
        for (var i = random.Next(4); i >= 0; i--)
        {
            var at = random.Next(slipped.Length);
            var swap = at + 1 < slipped.Length;
            (slipped[at], slipped[swap ? at + 1 : at]) = swap ? (slipped[at + 1], slipped[at]) : ('z', 'z');
            if (slipped.Length < longest && random.Next(2) == 0)
            {
                slipped.Insert(random.Next(slipped.Length), 'b');
            }
        }

        return slipped.ToString();
    }

    private static double PlainRatio(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        left = left[..Math.Min(left.Length, MostLetters)];
        right = right[..Math.Min(right.Length, MostLetters)];
        var before = new int[right.Length + 1];
        foreach (var letter in left)
        {
            var row = new int[right.Length + 1];
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = letter == right[j - 1] ? before[j - 1] + 1 : Math.Max(before[j], row[j - 1]);
            }

            before = row;
        }

        return left.Length + right.Length == 0 ? 0 : 2.0 * before[^1] / (left.Length + right.Length);
    }

    private static int PlainDistance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[one.Length, other.Length];
    }
}
