using CsvHelper;

namespace Kompass.Benchmarks;

/// <summary>A CSV file with a header line. What cannot be read becomes an <see cref="InputException"/> that names the file and the line.</summary>
internal sealed class Table : IDisposable
{
    private readonly string _path;
    private readonly CsvReader _csv;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private Table(string path, CsvReader csv) => (_path, _csv) = (path, csv);

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="needed">Columns that have to be there.</param>
    public static Table Open(string path, params string[] needed)
    {
        try
        {
            if (Utf8.Find(path) is { } loss)
            {
                Console.Error.WriteLine(loss);
            }

            var table = new Table(path, CsvReader.FromFile(path, new() { Separator = ',', TrackLineNumbers = true }));
            var headers = table._csv.Headers;
            for (var i = 0; i < headers.Count; i++)
            {
                table._columns.TryAdd(FieldColumns.Plain(headers[i]), i);
            }

            var missing = needed.Where(name => !table._columns.ContainsKey(FieldColumns.Plain(name))).ToList();
            return missing.Count == 0 ? table : throw table.Lacks(missing, needed);
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

    public bool Read()
    {
        try
        {
            return _csv.Read();
        }
        catch (Exception problem) when (problem is IOException or CsvFormatException)
        {
            throw new InputException($"{_path} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>The value of a needed column.</summary>
    public string this[string column] => _csv.GetString(_columns[FieldColumns.Plain(column)]);

    /// <summary>The value of the first of some columns that is there and not blank, or null.</summary>
    public string? First(IEnumerable<string> columns)
    {
        foreach (var column in columns)
        {
            if (_columns.TryGetValue(FieldColumns.Plain(column), out var index) && _csv.GetString(index) is var value && !string.IsNullOrWhiteSpace(value))
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

    private InputException Lacks(List<string> missing, string[] needed)
    {
        var isEmpty = _columns.Keys.All(name => name.Length == 0);
        Dispose();
        return isEmpty
            ? new($"{_path} is empty. It needs a header line with {string.Join(", ", needed)}.")
            : new($"{_path} has no column '{string.Join("', '", missing)}'. Its header line needs {string.Join(", ", needed)}.");
    }
}
