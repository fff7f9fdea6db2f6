using System.Diagnostics.CodeAnalysis;

namespace Quickstart;

/// <summary>The folder of the CSV files and the database: kept where one was named, removed at the end where none was.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly bool _isTemporary;

    private Workplace(string folder, bool isTemporary) => (Folder, _isTemporary) = (folder, isTemporary);

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "quickstart.db");

    public static bool TryAt(string? folder, [NotNullWhen(true)] out Workplace? workplace, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (workplace, problem) = (At(folder), null);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            (workplace, problem) = (null, $"'{folder}' cannot be used as the folder of --out: {exception.Message} Name a folder that can be written.");
            return false;
        }
    }

    private static Workplace At(string? folder)
    {
        if (folder is null)
        {
            return new(Directory.CreateTempSubdirectory("kompass-xero-").FullName, isTemporary: true);
        }

        var workplace = new Workplace(Directory.CreateDirectory(folder).FullName, isTemporary: false);
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(workplace.Database + suffix);
        }

        return workplace;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public ValueTask DisposeAsync()
    {
        if (_isTemporary)
        {
            Directory.Delete(Folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
