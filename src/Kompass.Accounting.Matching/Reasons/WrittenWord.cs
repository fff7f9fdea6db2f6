using System.Text;

namespace Kompass.Accounting.Matching;

/// <summary>Finds a word as a person wrote it: what is compared has no diacritics any more.</summary>
internal static class WrittenWord
{
    /// <summary>The word of a name that a folded word was made of; the folded word where there is none.</summary>
    internal static string In(string name, string folded)
    {
        if (Ascii.IsValid(name))
        {
            return folded;
        }

        var start = 0;
        for (var end = 0; end <= name.Length; end++)
        {
            if (end < name.Length && (char.IsLetterOrDigit(name[end]) || char.IsSurrogate(name[end]) || char.GetUnicodeCategory(name[end]) == System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                continue;
            }

            var word = name[start..end];
            if (word.Length > 0 && string.Equals(TextFolding.Fold(word), folded, StringComparison.Ordinal))
            {
                return word;
            }

            start = end + 1;
        }

        return folded;
    }
}
