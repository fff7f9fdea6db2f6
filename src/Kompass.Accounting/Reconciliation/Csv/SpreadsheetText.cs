using System.Buffers;
using System.Text;

namespace Kompass.Accounting;

/// <summary>Keeps spreadsheets from running a text as a formula, reversibly.</summary>
/// <remarks>
/// A spreadsheet that expects another separator than the file's splits within a cell, and takes quotation marks in the middle of its own
/// cell literally: <c>Acme;=cmd</c> becomes two cells, quoted or not. So what follows a separator or a line break is guarded as a cell's
/// beginning is. A cell that is a number and nothing else is left alone, since it computes nothing and a reviewer wants to sort by it.
/// </remarks>
internal static class SpreadsheetText
{
    private const char Guard = '\'';

    private static readonly SearchValues<char> Breaks = SearchValues.Create([.. SeparatorDetector.Separators, '\r', '\n']);

    /// <summary>Puts an apostrophe before each character at which a spreadsheet could begin a formula.</summary>
    public static string Protect(string? text)
    {
        if (string.IsNullOrEmpty(text) || IsNumber(text))
        {
            return text ?? "";
        }

        var result = new StringBuilder(text.Length);
        foreach (var (start, lead, end) in Pieces(text))
        {
            result.Append(text, start, lead - start);
            if (IsTrigger(text, lead, start))
            {
                result.Append(Guard);
            }

            result.Append(text, lead, end - lead);
        }

        return result.ToString();
    }

    /// <summary>Takes away exactly what <see cref="Protect"/> added.</summary>
    public static string Restore(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var (start, lead, end) in Pieces(text))
        {
            var isGuarded = lead > start && text[lead - 1] == Guard && IsTrigger(text, lead, start);
            result.Append(text, start, lead - start - (isGuarded ? 1 : 0)).Append(text, lead, end - lead);
        }

        return result.ToString();
    }

    /// <summary>
    /// The text up to and with each separator: where it starts, where the characters end that a spreadsheet strips or reads over, its end.
    /// </summary>
    private static IEnumerable<(int Start, int Lead, int End)> Pieces(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var lead = start;
            while (lead < text.Length && IsReadOver(text[lead]))
            {
                lead++;
            }

            var next = text.AsSpan(lead).IndexOfAny(Breaks);
            var end = next < 0 ? text.Length : lead + next + 1;
            yield return (start, lead, end);
            start = end;
        }
    }

    private static bool IsReadOver(char character) =>
        character is Guard or '"' || ((char.IsWhiteSpace(character) || char.IsControl(character)) && !Breaks.Contains(character));

    private static bool IsTrigger(string text, int index, int start) => index < text.Length
        && (text[index] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' || (start == 0 && text[index] is '\t' or '\r' or '\n'));

    private static bool IsNumber(string text)
    {
        var digits = text.AsSpan(text[0] == '-' ? 1 : 0);
        var point = digits.IndexOf('.');
        return IsDigits(point < 0 ? digits : digits[..point]) && (point < 0 || IsDigits(digits[(point + 1)..]));
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
