using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary>Reads the CSV files of the seeds: commas, quotes doubled inside quotes, a header line.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns;

    private CsvTable(List<List<string>> records)
    {
        _columns = records[0].Select((name, index) => (name, index)).ToDictionary(pair => pair.name.Trim(), pair => pair.index, StringComparer.OrdinalIgnoreCase);
        Rows = [.. records.Skip(1).Where(record => record.Count > 1 || record[0].Length > 0).Select(record => new Row(this, record))];
    }

    public IReadOnlyList<Row> Rows { get; }

    public static CsvTable Parse(string text)
    {
        var records = new List<List<string>>();
        var record = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        text = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (isQuoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    field.Append('"');
                    at++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"' && field.Length == 0)
            {
                isQuoted = true;
            }
            else if (c is ',' or '\n')
            {
                record.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    records.Add(record);
                    record = [];
                }
            }
            else
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || record.Count > 0)
        {
            record.Add(field.ToString());
            records.Add(record);
        }

        return new CsvTable(records);
    }

    internal sealed class Row(CsvTable table, List<string> values)
    {
        /// <summary>The value of a column; <see langword="null"/> when the column is absent or the field is empty.</summary>
        public string? this[string column] =>
            table._columns.TryGetValue(column, out var index) && index < values.Count && values[index].Length > 0 ? values[index] : null;

        /// <summary>The value of a column as it stands; <see langword="null"/> only when the column is absent.</summary>
        public string? Raw(string column) => table._columns.TryGetValue(column, out var index) && index < values.Count ? values[index] : null;

        public bool Flag(string column) => this[column] is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("yes", StringComparison.OrdinalIgnoreCase));
    }
}
