using CsvHelper;

namespace Quickstart;

/// <summary>Opens the CSV, lets a person decide row by row, and saves it.</summary>
internal static class ReviewSheet
{
    public static void Edit(string path, string savedAs, Action<ReviewRow> decide)
    {
        using var csv = CsvReader.FromFile(path);
        using var file = File.Create(savedAs);
        using var edited = CsvWriter.Create(file, new() { WriteByteOrderMark = true }, leaveOpen: true);
        string[]? columns = null;
        while (csv.Read())
        {
            if (columns is null)
            {
                columns = [.. csv.Headers];
                Write(edited, columns);
            }

            var cells = columns.ToDictionary(column => column, csv.GetString);
            decide(new(cells));
            Write(edited, columns.Select(column => cells[column]));
        }
    }

    private static void Write(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            writer.WriteField(cell);
        }

        writer.EndRecord();
    }
}
