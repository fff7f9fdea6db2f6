namespace Quickstart;

/// <summary>The folder of the CSV files and the database: kept where one was named, removed at the end where none was.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly bool _isTemporary;

    private Workplace(string folder, bool isTemporary) => (Folder, _isTemporary) = (folder, isTemporary);

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "kompass-xero.db");

    public static Workplace At(string? folder)
    {
        if (folder is null)
        {
            return new(Directory.CreateTempSubdirectory("kompass-xero-").FullName, isTemporary: true);
        }

        var workplace = new Workplace(Directory.CreateDirectory(folder).FullName, isTemporary: false);
        foreach (var old in Directory.EnumerateFiles(workplace.Folder, "kompass-xero.db*"))
        {
            File.Delete(old);
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
