using CsvHelper;

namespace Kompass.Accounting;

/// <summary>Reads a file with a header, whatever a spreadsheet made of it. One use.</summary>
internal sealed class TableFile(string name, IReadOnlyList<string> required, IReadOnlyList<string> optional)
{
    private readonly Dictionary<string, int> _header = [];
    private int _width;

    public List<TableRow> Rows { get; } = [];

    public List<TakeOverIssue> Errors { get; } = [];

    private IReadOnlyList<string> Known => [.. required, .. optional];

    public void Add(int line, string? column, string message) => Errors.Add(new(name, line, column, message));

    public async Task ReadAsync(Stream? csv, CancellationToken cancellationToken)
    {
        if (csv is null)
        {
            return;
        }

        using var copy = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; (count = await csv.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            copy.Write(buffer, 0, count);
            if (copy.Length > ReviewFileLimits.Bytes)
            {
                Add(1, null, $"The file is larger than {ReviewFileLimits.Bytes / 1024 / 1024} MB. Import a part of it at a time.");
                return;
            }
        }

        Read(SpreadsheetDecoder.Decode(copy.GetBuffer().AsSpan(0, (int)copy.Length)), cancellationToken);
    }

    private void Read(string text, CancellationToken cancellationToken)
    {
        var (body, hint) = SeparatorDetector.TakeHint(text);
        using var reader = CsvReader.FromText(body, new()
        {
            HasHeader = false,
            Separator = hint ?? SeparatorDetector.Detect(body, Known),
            SkipEmptyLines = false,
            OnMalformedRecord = Report,
        });
        for (var line = 1; Errors.Count < ReviewFileLimits.Rows && reader.Read(); line++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Enumerable.Range(0, reader.FieldCount).All(index => string.IsNullOrWhiteSpace(reader.GetString(index))))
            {
                continue;
            }

            if (_header.Count > 0)
            {
                ReadRow(reader, line);
            }
            else if (!ReadHeader(reader, line))
            {
                return;
            }
        }

        if (_header.Count == 0 && Errors.Count == 0)
        {
            Add(1, null, $"The file is empty. Give it the columns {string.Join(", ", required)}.");
        }
    }

    private bool ReadHeader(CsvReader reader, int line)
    {
        _width = reader.FieldCount;
        var names = Enumerable.Range(0, Math.Min(_width, ReviewFileLimits.Columns)).Select(index => SpreadsheetText.Restore(reader.GetString(index)).Trim()).ToList();
        foreach (var column in Known)
        {
            var places = names.Index().Where(entry => entry.Item.Equals(column, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Index).ToList();
            if (places.Count > 1)
            {
                Add(line, column, "The column occurs twice. Remove one of them.");
            }
            else if (places.Count == 1)
            {
                _header[column] = places[0];
            }
            else if (required.Contains(column))
            {
                Add(line, column, "The file lacks the column. Name it in the first row.");
            }
        }

        return Errors.Count == 0;
    }

    private void ReadRow(CsvReader reader, int line)
    {
        if (Rows.Count == ReviewFileLimits.Rows)
        {
            Add(line, null, $"The file has more than {ReviewFileLimits.Rows} rows. Import a part of it at a time.");
            return;
        }

        if (Enumerable.Range(0, reader.FieldCount).Any(index => reader.GetSpan(index).Length > ReviewFileLimits.CellLength || (index >= _width && !reader.IsEmpty(index))))
        {
            Add(line, null, "The row has more cells than the header, or a very long one. Is a quotation mark missing, or a text with the separator not in quotation marks?");
            return;
        }

        var cells = _header.ToDictionary(
            column => column.Key,
            column => column.Value < reader.FieldCount ? SpreadsheetText.Restore(reader.GetString(column.Value)).Trim() : "");
        var blank = required.Where(column => cells[column].Length == 0).ToList();
        blank.ForEach(column => Add(line, column, "The cell is blank. Fill it, or remove the row."));
        if (blank.Count == 0)
        {
            Rows.Add(new(line, cells));
        }
    }

    private void Report(CsvMalformedRecord record)
    {
        if (record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote)
        {
            Add((int)record.RecordNumber, null, "A quotation mark is missing or too much in this row. Double the quotation marks inside a cell.");
        }
    }
}
