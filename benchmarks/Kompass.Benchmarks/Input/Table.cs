using CsvHelper;

namespace Kompass.Benchmarks;

/// <summary>A CSV file with a header line. What cannot be read becomes an <see cref="InputException"/> that names the file, the line and the remedy.</summary>
internal sealed class Table : IDisposable
{
    // The comma, unless the header line has its columns by another separator only.
    private const string Separators = ",;\t|";

    private readonly string _path;
    private readonly CsvReader _csv;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _doubled = new(StringComparer.Ordinal);
    private CsvMalformedRecord? _malformed;

    private Table(string path, char separator)
    {
        _path = path;
        _csv = CsvReader.FromFile(path, new() { Separator = separator, TrackLineNumbers = true, OnMalformedRecord = record => _malformed ??= Broken(record) });
        for (var i = 0; i < _csv.Headers.Count; i++)
        {
            var column = FieldColumns.Plain(_csv.Headers[i]);
            if (!_columns.TryAdd(column, i))
            {
                _doubled.Add(column);
            }
        }
    }

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="needed">Columns that have to be there.</param>
    public static Table Open(string path, params string[] needed)
    {
        if (Directory.Exists(path))
        {
            throw new InputException($"{path} is a folder. Name a CSV file in it.");
        }

        try
        {
            if (Utf8.Find(path) is { } loss)
            {
                Console.Error.WriteLine(loss);
            }

            return OpenWith(path, needed);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path} does not exist. Name an existing CSV file.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            throw new InputException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Goes to the next line; false after the last.</summary>
    /// <exception cref="InputException">A quote is not closed, or the line has another number of cells than the header.</exception>
    public bool Read()
    {
        try
        {
            var isRead = _csv.Read();
            if (_malformed is { } broken)
            {
                throw new InputException(FormattableString.Invariant(
                    $"{_path}, line {broken.LineNumber}: a quote is opened and not closed, or text follows a closing one. Close it before the comma; a quote within a quoted cell is written twice."));
            }

            return isRead && _csv.FieldCount != _csv.Headers.Count
                ? throw Problem(FormattableString.Invariant(
                    $"the line has {_csv.FieldCount} cells, but the header has {_csv.Headers.Count}. Give every line as many, and put cells that hold a comma in quotes."))
                : isRead;
        }
        catch (Exception problem) when (problem is IOException or CsvFormatException)
        {
            throw new InputException($"{_path} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>The value of a needed column.</summary>
    public string this[string column] => _csv.GetString(_columns[Only(FieldColumns.Plain(column))]);

    /// <summary>The value of the first of some columns that is there and not blank, or null.</summary>
    public string? First(IEnumerable<string> columns)
    {
        foreach (var column in columns)
        {
            if (_columns.TryGetValue(Only(FieldColumns.Plain(column)), out var index) && _csv.GetString(index) is var value && !string.IsNullOrWhiteSpace(value))
            {
                return value;
            }
        }

        return null;
    }

    public bool Has(string column) => _columns.ContainsKey(FieldColumns.Plain(column));

    /// <summary>A problem with the line that was read last.</summary>
    public InputException Problem(string what) => new(FormattableString.Invariant($"{_path}, line {_csv.LineNumber}: {what}"));

    public void Dispose() => _csv.Dispose();

    private static Table OpenWith(string path, string[] needed)
    {
        foreach (var separator in Separators)
        {
            var table = new Table(path, separator);
            if (Array.TrueForAll(needed, table.Has))
            {
                return table;
            }

            table.Dispose();
        }

        using var byComma = new Table(path, Separators[0]);
        throw byComma.Lacks(needed);
    }

    // A quote within an unquoted cell (6" Pipes Ltd) is a letter like others.
    private static CsvMalformedRecord? Broken(in CsvMalformedRecord record) =>
        record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote ? record : null;

    private string Only(string column) => !_doubled.Contains(column) ? column
        : throw new InputException($"{_path}, line 1: the column '{column}' stands twice, if letters and digits alone are read. Keep one, or rename the other.");

    private InputException Lacks(string[] needed)
    {
        var missing = Array.FindAll(needed, name => !Has(name));
        var isEmpty = _columns.Keys.All(name => name.Length == 0);
        return isEmpty
            ? new($"{_path} is empty. It needs a header line with {string.Join(", ", needed)}.")
            : new($"{_path} has no column '{string.Join("', '", missing)}'. Its header line needs {string.Join(", ", needed)}, with commas between.");
    }
}
