using System.Collections.Frozen;
using System.Globalization;

namespace Kompass.Accounting.Matching;

/// <summary>Reads the numbers that tell sister records apart: digits, ordinals, number words, Roman numerals.</summary>
internal static class Numerals
{
    private const string Words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";
    private const string Ordinals =
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

    private const string Romans =
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi xxvii xxviii xxix xxx";

    private static readonly FrozenDictionary<string, int> Values = new[] { Words, Ordinals, Romans }
        .SelectMany(list => list.Split(' ').Select((word, index) => KeyValuePair.Create(word, index + 1)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number that a word says, in digits, or null. A single letter is a Roman numeral only at the end of a name.</summary>
    internal static string? Read(string word, bool isLast)
    {
        if (Values.TryGetValue(word, out var value))
        {
            return word.Length == 1 && !isLast ? null : value.ToString(CultureInfo.InvariantCulture);
        }

        return HasDigit(word) ? Digits(word) : null;
    }

    /// <summary>Whether a word that says a number says nothing else: "1st", "first", "i" and "1", but not "3m".</summary>
    internal static bool IsBare(string word) =>
        !HasDigit(word) || word.All(char.IsDigit) || (word.Length > 2 && word[..^2].All(char.IsDigit) && word[^2..] is ("st" or "nd" or "rd" or "th"));

    private static bool HasDigit(string word)
    {
        foreach (var character in word)
        {
            if (char.IsDigit(character))
            {
                return true;
            }
        }

        return false;
    }

    // "1st" is 1, "unit12" is 12, "007" is 7, "3m" is 3: what surrounds the digits is compared as a word anyway.
    private static string Digits(string word)
    {
        var digits = new string([.. word.Select(c => char.IsDigit(c) ? c : ' ')]);
        var parts = digits.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0");
        return string.Join('.', parts);
    }
}
