using CsvHelper;

namespace Kompass.Accounting;

/// <summary>Finds the separator of a file from its header: the one that yields the most of the columns that are known.</summary>
internal static class SeparatorDetector
{
    /// <summary>What spreadsheets put between cells.</summary>
    public static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Takes a first line such as <c>sep=;</c> off, which spreadsheets use up and never show.</summary>
    /// <returns>The text below it and the separator that it names; null where there is none.</returns>
    public static (string Text, char? Separator) TakeHint(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = (end < 0 ? text.AsSpan() : text.AsSpan(0, end)).Trim('"');
        if (line.Length != 5 || !line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return (text, null);
        }

        var separator = line[4];
        var next = end < 0 ? text.Length : end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
        return (text[next..], Separators.Contains(separator) ? separator : null);
    }

    public static char Detect(string text, IReadOnlyCollection<string> columns) =>
        Separators.MaxBy(separator => Recognised(text, separator, columns));

    private static int Recognised(string text, char separator, IReadOnlyCollection<string> columns)
    {
        using var reader = CsvReader.FromText(text, new() { HasHeader = false, Separator = separator, SkipEmptyLines = true });
        return reader.Read()
            ? Enumerable.Range(0, reader.FieldCount)
                .Count(index => columns.Contains(reader.GetString(index).Trim(), StringComparer.OrdinalIgnoreCase))
            : 0;
    }
}
