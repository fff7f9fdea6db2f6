using CsvHelper;

namespace Kompass.Accounting;

/// <summary>Reads a review file, whatever a spreadsheet made of it. One use.</summary>
internal sealed class ReviewFileReader(ReviewColumns columns)
{
    private readonly List<ReviewLine> _lines = [];
    private readonly List<ImportIssue> _errors = [];
    private readonly Dictionary<string, int> _header = [];
    private int _width;

    public static async Task<ReviewFile> ReadAsync(Stream csv, ReviewColumns columns, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; (count = await csv.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            copy.Write(buffer, 0, count);
            if (copy.Length > ReviewFileLimits.Bytes)
            {
                return new([], [new(1, null, $"The file is larger than {ReviewFileLimits.Bytes / 1024 / 1024} MB. "
                    + "Import a part of it at a time.")]);
            }
        }

        var text = SpreadsheetDecoder.Decode(copy.GetBuffer().AsSpan(0, (int)copy.Length));
        return new ReviewFileReader(columns).Read(text, cancellationToken);
    }

    public ReviewFile Read(string text, CancellationToken cancellationToken)
    {
        var (body, hint) = SeparatorDetector.TakeHint(text);
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = hint ?? SeparatorDetector.Detect(body, columns.All),
            SkipEmptyLines = false,
            OnMalformedRecord = Report,
        };
        using var reader = CsvReader.FromText(body, options);
        var line = 0;
        while (_errors.Count < ReviewFileLimits.Rows && reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            line++;
            if (IsBlank(reader))
            {
                continue;
            }

            if (_header.Count == 0)
            {
                if (!ReadHeader(reader, line))
                {
                    break;
                }
            }
            else if (_lines.Count == ReviewFileLimits.Rows)
            {
                _errors.Add(new(line, null, $"The file has more than {Number(ReviewFileLimits.Rows)} rows. Import a part of it at a time."));
                break;
            }
            else
            {
                ReadLine(reader, line);
            }
        }

        if (_header.Count == 0 && _errors.Count == 0)
        {
            _errors.Add(new(1, null, "The file is empty. Export the comparison again and import the edited file."));
        }

        return new(_lines, _errors);
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static bool IsBlank(CsvReader reader)
    {
        for (var index = 0; index < reader.FieldCount; index++)
        {
            if (!reader.IsEmpty(index) && !string.IsNullOrWhiteSpace(reader.GetString(index)))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadHeader(CsvReader reader, int line)
    {
        if (reader.FieldCount > ReviewFileLimits.Columns)
        {
            _errors.Add(new(line, null, $"The file has more than {Number(ReviewFileLimits.Columns)} columns. Export the comparison again."));
            return false;
        }

        var names = Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetString(index).Trim()).ToList();
        _width = names.Count;
        foreach (var column in columns.All)
        {
            var places = Enumerable.Range(0, names.Count)
                .Where(index => string.Equals(names[index], column, StringComparison.OrdinalIgnoreCase))
                .ToList();
            if (places.Count > 1)
            {
                _errors.Add(new(line, column, "The column occurs twice. Remove one of them."));
            }
            else if (places.Count == 1)
            {
                _header[column] = places[0];
            }
        }

        var missing = columns.Required.Where(column => !names.Contains(column, StringComparer.OrdinalIgnoreCase)).ToList();
        if (missing.Count > 0)
        {
            _errors.Add(new(line, null,
                $"The file lacks the column{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing)}. "
                + "Keep the header row of the exported file; "
                + "other columns may be removed or moved."));
        }

        return _errors.Count == 0;
    }

    private void ReadLine(CsvReader reader, int line)
    {
        for (var index = 0; index < reader.FieldCount; index++)
        {
            if (reader.GetSpan(index).Length > ReviewFileLimits.CellLength && reader.GetString(index).Length > ReviewFileLimits.CellLength)
            {
                _errors.Add(new(line, NameOf(index), $"The cell holds more than {Number(ReviewFileLimits.CellLength)} characters. "
                    + "Is a quotation mark missing in this row?"));
                return;
            }

            if (index >= _width && !string.IsNullOrWhiteSpace(reader.GetString(index)))
            {
                _errors.Add(new(line, null, "The row has more cells than the header. "
                    + "Put a text that contains the separator in quotation marks."));
                return;
            }
        }

        var read = new ReviewLine
        {
            Line = line,
            ContactId = Cell(reader, columns.ContactId),
            ClientId = Cell(reader, ReviewColumns.ClientId),
            ClientName = Cell(reader, ReviewColumns.ClientName),
            Decision = Cell(reader, ReviewColumns.Decision),
            Row = Cell(reader, ReviewColumns.Row),
            Report = Cell(reader, ReviewColumns.Report),
        };
        if (read.Report.Length > 0 && Swallows(reader, read.Report))
        {
            _errors.Add(new(line, null, "A quotation mark opens in this row and closes in a later one, so that rows in between are lost. "
                + "Remove it."));
            return;
        }

        _lines.Add(read);
    }

    /// <summary>Every row carries the id of its report: a cell that holds it within other text has swallowed the end of a row.</summary>
    private static bool Swallows(CsvReader reader, string report)
    {
        for (var index = 0; index < reader.FieldCount; index++)
        {
            if (reader.GetSpan(index).Length > report.Length
                && reader.GetString(index) is var text
                && text.AsSpan().IndexOfAny('\r', '\n') >= 0
                && text.Contains(report, StringComparison.OrdinalIgnoreCase)
                && !text.Trim().Equals(report, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private string Cell(CsvReader reader, string column) =>
        _header.TryGetValue(column, out var index) && index < reader.FieldCount
            ? SpreadsheetText.Restore(reader.GetString(index)).Trim()
            : "";

    private string? NameOf(int index) => _header.FirstOrDefault(column => column.Value == index).Key;

    private void Report(CsvMalformedRecord record)
    {
        if (record.Reason is CsvMalformedReason.UnterminatedQuote)
        {
            _errors.Add(new((int)record.RecordNumber, null, "A quotation mark opens in this row and never closes. Remove it or close it."));
        }
        else if (record.Reason is CsvMalformedReason.TextAfterClosingQuote)
        {
            _errors.Add(new((int)record.RecordNumber, null, "Text follows a closing quotation mark. "
                + "Double the quotation marks inside a cell."));
        }
    }
}
