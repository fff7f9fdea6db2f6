namespace Kompass.Accounting;

/// <summary>Keeps spreadsheets from running a cell's text as a formula, reversibly.</summary>
internal static class SpreadsheetText
{
    private const char Guard = '\'';

    /// <summary>Puts an apostrophe before a text that begins with one, or with a character that begins a formula.</summary>
    public static string Protect(string? text) =>
        string.IsNullOrEmpty(text) ? "" : NeedsGuard(text[0]) ? Guard + text : text;

    /// <summary>Takes away exactly what <see cref="Protect"/> added.</summary>
    public static string Restore(string text) =>
        text.Length > 1 && text[0] == Guard && NeedsGuard(text[1]) ? text[1..] : text;

    private static bool NeedsGuard(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or Guard;
}
