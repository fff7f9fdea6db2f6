using System.Globalization;
using Microsoft.VisualBasic.FileIO;

namespace Kompass.Browser.Tests;

/// <summary>The CSV in the hands of a reviewer.</summary>
internal sealed class ReviewedFile
{
    private readonly List<string[]> _rows = [];

    public ReviewedFile(Stream csv)
    {
        using var parser = new TextFieldParser(csv) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        while (!parser.EndOfData)
        {
            _rows.Add(parser.ReadFields()!);
        }
    }

    public IReadOnlyList<string> Columns => _rows[0];

    public IEnumerable<string[]> Rows => _rows.Skip(1);

    public string Cell(string[] row, string column) => row[Array.IndexOf(_rows[0], column)];

    public decimal Confidence(string[] row) =>
        decimal.TryParse(Cell(row, "confidence").TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var confidence) ? confidence : -1;

    public void Decide(string[] row, string decision) => row[Array.IndexOf(_rows[0], "decision")] = decision;

    public byte[] Save() => System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", _rows.Select(row =>
        string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))));
}
