using System.Globalization;
using System.Text;
using CsvHelper;

namespace Quickstart;

/// <summary>Opens the CSV, lets a person decide row by row, and saves it.</summary>
internal static class ReviewSheet
{
    public static void Edit(string path, string savedAs, Action<ReviewRow> decide)
    {
        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        using var writer = new StreamWriter(savedAs, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var edited = new CsvWriter(writer, CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Select(row => (IDictionary<string, object>)row).ToList();
        foreach (var row in rows)
        {
            decide(new(row));
        }

        edited.WriteRecords(rows.Cast<dynamic>());
    }
}
