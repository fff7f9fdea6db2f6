namespace Kompass.Packages.Tests;

/// <summary>A fenced block of the README that follows a marker comment of its own line.</summary>
internal static class ReadmeBlock
{
    public static IReadOnlyList<string> Read(string readme, string marker, string language)
    {
        var comment = $"<!-- {marker} -->";
        var lines = readme.Split('\n');
        var places = lines.Index().Where(line => line.Item.Trim() == comment).Select(line => line.Index).ToList();
        if (places is not [var place] || lines.ElementAtOrDefault(place + 1) != $"```{language}")
        {
            throw new FormatException($"README.md needs the line '{comment}' exactly once, with '```{language}' on the next line.");
        }

        var block = lines.Skip(place + 2).TakeWhile(line => line != "```").ToList();
        return block.Count > 0 ? block : throw new FormatException($"The block after '{comment}' in README.md is empty.");
    }
}
