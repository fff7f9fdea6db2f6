namespace Kompass.Conventions.Tests;

/// <summary>One file, by its path from the root with forward slashes.</summary>
internal sealed class RepositoryFile(string path, string fullPath)
{
    private readonly Lazy<string?> _text = new(() => Load(fullPath));

    public string Path { get; } = path;

    public string Name => System.IO.Path.GetFileName(Path);

    public bool IsText => _text.Value is not null;

    public string Text => _text.Value ?? string.Empty;

    public IEnumerable<(int Number, string Line)> Lines => Text.Split('\n').Select((line, index) => (index + 1, line));

    public override string ToString() => Path;

    private static string? Load(string fullPath)
    {
        var text = File.ReadAllText(fullPath);
        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }
}
