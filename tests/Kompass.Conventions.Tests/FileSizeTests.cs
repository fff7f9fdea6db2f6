using System.Globalization;
using Xunit.Abstractions;

namespace Kompass.Conventions.Tests;

/// <summary>Small files: a report, and a limit that says when a room wants dividing.</summary>
public sealed class FileSizeTests(ITestOutputHelper output)
{
    private const int Limit = 400;

    [Fact]
    public void Files_in_src_stay_under_the_limit()
    {
        var sizes = Repository.Under("src/", ".cs", ".razor", ".sql", ".css", ".js")
            .Select(file => (file.Path, Lines: file.Text.Count(character => character == '\n')))
            .OrderByDescending(file => file.Lines).ThenBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        var counts = sizes.Select(file => file.Lines).Order().ToList();

        output.WriteLine($"{counts.Count} files, median {counts[counts.Count / 2]}, 90th percentile {counts[counts.Count * 9 / 10]}, longest {counts[^1]} lines");
        foreach (var (path, lines) in sizes.Take(20))
        {
            output.WriteLine($"{lines.ToString(CultureInfo.InvariantCulture),5}  {path}");
        }

        Findings.None(
            sizes.Where(file => file.Lines > Limit).Select(file => $"{file.Lines} lines: {file.Path}"),
            $"A file in src has at most {Limit} lines.");
    }
}
