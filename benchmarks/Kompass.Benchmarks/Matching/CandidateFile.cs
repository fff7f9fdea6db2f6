using System.Globalization;
using CsvHelper;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Writes every candidate of a result as CSV.</summary>
internal static class CandidateFile
{
    /// <summary>Sees that the file can have its place, before any work is done for it.</summary>
    /// <exception cref="InputException">The path is a folder, or in none.</exception>
    public static void Check(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException($"{path} is a folder. Name the file to write.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new InputException($"{path} cannot be written: there is no folder {folder}. Make it, or name another file.");
        }
    }

    /// <summary>Writes the file, replacing one that is there.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, MatchResult result)
    {
        try
        {
            using var csv = CsvWriter.ToFile(path, new() { NewLine = "\n" });
            csv.WriteHeader("left_id", "right_id", "rank", "confidence", "band", "assigned", "reason");
            foreach (var row in result.Rows)
            {
                Write(csv, row);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be written: {problem.Message}", problem);
        }
    }

    private static void Write(CsvWriter csv, MatchRow row)
    {
        for (var i = 0; i < row.Candidates.Count; i++)
        {
            var candidate = row.Candidates[i];
            csv.WriteRecord(
                row.LeftKey,
                candidate.RightKey,
                (i + 1).ToString(CultureInfo.InvariantCulture),
                Percent.Of(candidate.Confidence),
                candidate.Band.ToString().ToLowerInvariant(),
                candidate == row.Assigned ? "1" : "0",
                candidate.Reason);
        }
    }
}
