using System.Text;

namespace Kompass.Accounting.Tests;

/// <summary>
/// A spreadsheet of the tests' own: reads and writes CSV without the library that the product uses, so that a mistake cannot mirror itself.
/// </summary>
internal sealed class Sheet
{
    private Sheet(List<List<string>> cells) => Cells = cells;

    /// <summary>Rows of cells, the header first.</summary>
    public List<List<string>> Cells { get; }

    public IReadOnlyList<string> Header => Cells[0];

    public int Rows => Cells.Count - 1;

    /// <summary>A cell of a data row by column name; row 0 is the first below the header.</summary>
    public string this[int row, string column]
    {
        get => Cells[row + 1][Column(column)];
        set => Cells[row + 1][Column(column)] = value;
    }

    public static Sheet Read(byte[] bytes) => Parse(new UTF8Encoding(true, true).GetString(bytes).TrimStart('\uFEFF'));

    public static Sheet Parse(string text)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (isQuoted && character == '"' && index + 1 < text.Length && text[index + 1] == '"')
            {
                cell.Append('"');
                index++;
            }
            else if (character == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && character == ',')
            {
                EndCell();
            }
            else if (!isQuoted && character == '\r' && index + 1 < text.Length && text[index + 1] == '\n')
            {
                EndCell();
                rows.Add([]);
                index++;
            }
            else
            {
                cell.Append(character);
            }
        }

        Assert.False(isQuoted, "A quotation mark is never closed.");
        Assert.Empty(rows[^1]);
        rows.RemoveAt(rows.Count - 1);
        return new(rows);

        void EndCell()
        {
            rows[^1].Add(cell.ToString());
            cell.Clear();
        }
    }

    /// <summary>The first data row whose cell holds the text.</summary>
    public int RowOf(string column, string text)
    {
        var row = Cells.FindIndex(1, cells => cells[Column(column)] == text);
        Assert.True(row > 0, $"No row has '{text}' in {column}.");
        return row - 1;
    }

    /// <summary>The row as a spreadsheet numbers it.</summary>
    public static int LineOf(int row) => row + 2;

    public string ToText(char separator = ',', string lineEnd = "\r\n", bool quoteAll = false)
    {
        var text = new StringBuilder();
        foreach (var row in Cells)
        {
            text.AppendJoin(separator, row.Select(cell => quoteAll || cell.AsSpan().IndexOfAny(['"', '\r', '\n', separator]) >= 0
                ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)).Append(lineEnd);
        }

        return text.ToString();
    }

    public byte[] ToBytes(Encoding? encoding = null, bool mark = true, char separator = ',')
    {
        var chosen = encoding ?? new UTF8Encoding(mark);
        var body = chosen.GetBytes(ToText(separator));
        return mark ? [.. chosen.GetPreamble(), .. body] : body;
    }

    private int Column(string name)
    {
        var column = Cells[0].FindIndex(cell => string.Equals(cell, name, StringComparison.OrdinalIgnoreCase));
        Assert.True(column >= 0, $"There is no column {name}.");
        return column;
    }
}
