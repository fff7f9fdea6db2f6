using System.Globalization;
using CsvHelper;

namespace Quickstart;

/// <summary>Reads the sample's data files.</summary>
internal static class CsvData
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data");

    public static List<T> Read<T>(string file, Func<CsvReader, T> map)
    {
        using var csv = CsvReader.FromFile(Path.Combine(Folder, file));
        var rows = new List<T>();
        while (csv.Read())
        {
            rows.Add(map(csv));
        }

        return rows;
    }

    public static string? Text(this CsvReader row, string column) => row.GetString(column) is { Length: > 0 } text ? text : null;

    public static string Required(this CsvReader row, string column) =>
        row.Text(column) ?? throw new InvalidDataException($"Row {row.RowNumber}: column {column} is empty.");

    public static decimal Number(this CsvReader row, string column) => decimal.Parse(row.Required(column), CultureInfo.InvariantCulture);

    public static DateOnly? Date(this CsvReader row, string column) =>
        row.Text(column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
