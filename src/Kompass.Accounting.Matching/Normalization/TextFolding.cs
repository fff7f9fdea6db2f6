using System.Text;

namespace Kompass.Accounting.Matching;

/// <summary>Turns any string into one without diacritics, lone surrogates or compatibility forms. Case is kept.</summary>
internal static class TextFolding
{
    /// <summary>Names are cut here, so that work per record is bounded.</summary>
    internal const int MaximumLength = 1024;

    internal static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var cut = text.Length > MaximumLength ? text.AsSpan(0, MaximumLength) : text.AsSpan();
        return Ascii.IsValid(cut) ? cut.ToString() : FoldUnicode(cut);
    }

    private static string FoldUnicode(ReadOnlySpan<char> text)
    {
        var decomposed = WithoutLoneSurrogates(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (folded.Length >= MaximumLength)
            {
                break;
            }

            if (Transliteration.TryGet(rune, out var latin))
            {
                folded.Append(latin);
            }
            else if (!IsMark(rune))
            {
                folded.Append(rune);
            }
        }

        return folded.ToString();
    }

    private static string WithoutLoneSurrogates(ReadOnlySpan<char> text)
    {
        // Normalize throws on lone surrogates and on the non-characters U+FFFE and U+FFFF, so they go first.
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == Rune.ReplacementChar.Value || (rune.Value & 0xFFFE) == 0xFFFE)
            {
                clean.Append(' ');
            }
            else
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark
        or System.Globalization.UnicodeCategory.EnclosingMark
        or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.Control;
}
