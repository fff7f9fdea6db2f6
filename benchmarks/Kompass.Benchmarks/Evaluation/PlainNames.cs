using System.Text;

namespace Kompass.Benchmarks;

/// <summary>The simple normalisation that tells hard pairs from easy ones. It is no part of the matcher, so it cannot flatter it.</summary>
internal static class PlainNames
{
    private static readonly HashSet<string> LegalForms =
    [
        .. (
            "ltd limited plc llp lp llc inc incorporated corp corporation co company cic cio gmbh ag kg ohg ug se sa sas sarl spa srl " +
            "nv bv vof as asa ab oy oyj aps pty proprietary dac clg uc").Split(' '),
    ];

    /// <summary>Lower-cased letters and digits, without legal forms and a leading "the".</summary>
    /// <remarks>The first word is no legal form ("A B Smith"). Dots and apostrophes join, every other sign parts words; words of one letter in a row are one word ("B. V.").</remarks>
    public static string Of(string name)
    {
        var words = Words(name);
        var first = words is ["the", _, ..] ? 1 : 0;
        return string.Concat(words.Where((word, i) => i == first || (i > first && !LegalForms.Contains(word))));
    }

    private static List<string> Words(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var sign in name)
        {
            if (char.IsLetterOrDigit(sign))
            {
                text.Append(char.ToLowerInvariant(sign));
            }
            else if (sign is not ('.' or '\'' or '\u2019'))
            {
                text.Append(' ');
            }
        }

        var words = new List<string>();
        var afterLetter = false;
        foreach (var word in text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isLetter = word.Length == 1;
            if (isLetter && afterLetter)
            {
                words[^1] += word;
            }
            else
            {
                words.Add(word);
            }

            afterLetter = isLetter;
        }

        return words;
    }
}
