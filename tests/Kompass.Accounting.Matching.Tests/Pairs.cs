namespace Kompass.Accounting.Matching.Tests;

/// <summary>Hand-made pairs with the band that a careful person would give them, one file per country or kind.</summary>
internal static class Pairs
{
    public static TheoryData<string, string, string, string> All()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Pairs"), "*.txt").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#'))
            {
                var parts = line.Split('|', StringSplitOptions.TrimEntries);
                data.Add(Path.GetFileNameWithoutExtension(path), parts[0], parts[1], parts[2]);
            }
        }

        return data;
    }

    /// <summary>"High" is that band; "&lt;Low" is that band or a lower one.</summary>
    public static bool Fits(MatchBand band, string expected) =>
        expected[0] == '<' ? band <= Enum.Parse<MatchBand>(expected[1..]) : band == Enum.Parse<MatchBand>(expected);
}
