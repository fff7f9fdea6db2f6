using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Quickstart;

/// <summary>Reads the sample's data files.</summary>
internal static class CsvData
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data");

    public static List<T> Read<T>(string file, Func<IReaderRow, T> map)
    {
        using var reader = new StreamReader(Path.Combine(Folder, file));
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        csv.ReadHeader();
        var rows = new List<T>();
        while (csv.Read())
        {
            rows.Add(map(csv));
        }

        return rows;
    }

    public static string? Text(this IReaderRow row, string column) => row.GetField(column) is { Length: > 0 } text ? text : null;

    public static string Required(this IReaderRow row, string column) =>
        row.Text(column) ?? throw new InvalidDataException($"Row {row.Context.Parser?.Row}: column {column} is empty.");

    public static decimal Number(this IReaderRow row, string column) => decimal.Parse(row.Required(column), CultureInfo.InvariantCulture);

    public static DateOnly? Date(this IReaderRow row, string column) =>
        row.Text(column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
