using System.Globalization;
using System.Text;

namespace Kompass.Xero.AspNetCore;

/// <summary>Finds the words by which two names differ. Capitals, accents, punctuation and the order of words are no difference.</summary>
internal static class NameParts
{
    /// <summary>The words of a name, marked where the other name does not have them.</summary>
    /// <param name="name">The name that is shown.</param>
    /// <param name="other">The name beside it; null where there is none, and then nothing differs.</param>
    public static IReadOnlyList<NamePart> Of(string name, string? other)
    {
        if (other is null)
        {
            return [new(name, false)];
        }

        var there = Words(other).SelectMany(Bare).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        var parts = new List<NamePart>();
        foreach (var word in Words(name))
        {
            // Each part is taken, whether or not an earlier one was missing.
            var differs = Bare(word).Aggregate(false, (missing, bare) => !Take(there, bare) || missing);
            if (parts is [.., var last] && last.Differs == differs)
            {
                parts[^1] = last with { Text = $"{last.Text} {word}" };
            }
            else
            {
                parts.Add(new(word, differs));
            }
        }

        return parts;
    }

    private static string[] Words(string name) => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool Take(Dictionary<string, int> words, string word)
    {
        var left = words.GetValueOrDefault(word);
        words[word] = left - 1;
        return left > 0;
    }

    /// <summary>A word without what makes no difference; two where a hyphen joins them.</summary>
    private static IEnumerable<string> Bare(string word)
    {
        if (word == "&")
        {
            return ["AND"];
        }

        var bare = new StringBuilder(word.Length);
        foreach (var character in Decomposed(word))
        {
            if (char.IsLetterOrDigit(character))
            {
                bare.Append(char.ToUpperInvariant(character));
            }
            else if (char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation || character is '/' or '&')
            {
                bare.Append(' ');
            }
        }

        return bare.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // A name with half a surrogate pair cannot be decomposed, and is compared as it stands.
    private static string Decomposed(string word)
    {
        try
        {
            return word.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return word;
        }
    }
}
