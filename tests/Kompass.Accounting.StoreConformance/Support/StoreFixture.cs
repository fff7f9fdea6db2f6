using Kompass.Accounting.EntityFrameworkCore;

namespace Kompass.Accounting.StoreConformance;

/// <summary>One empty database, and as many processes over it as a test wants. A store package derives its own.</summary>
public abstract class StoreFixture : IAsyncDisposable
{
    private readonly List<StoreHost> _hosts = [];

    /// <summary>The clock of every host. Stores on database time read it no further than for what is handed to them.</summary>
    public StoreClock Clock { get; } = new();

    /// <summary>A folder of this fixture's own.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("kompass-store-").FullName;

    /// <summary>Starts another process over the same database.</summary>
    /// <param name="keyRing">The folder of its Data Protection keys, within <see cref="Folder"/>.</param>
    public StoreHost Start(string keyRing = "keys")
    {
        var host = new StoreHost(Clock, Directory.CreateDirectory(Path.Combine(Folder, keyRing)).FullName, Use);
        _hosts.Add(host);
        return host;
    }

    /// <summary>Lets a lease lapse that was taken for <see cref="Lapse"/>.</summary>
    public abstract Task LetLapseAsync();

    /// <summary>How long the leases are that a test lets lapse.</summary>
    public virtual TimeSpan Lapse => TimeSpan.FromSeconds(30);

    /// <summary>Everything that the database keeps, as bytes: where a secret must not be found.</summary>
    public abstract Task<byte[]> DumpAsync();

    /// <summary>The name of a table as SQL writes it.</summary>
    public abstract string Table(string name);

    /// <summary>The names of the tables that exist, without schema and prefix, in order.</summary>
    public abstract Task<IReadOnlyList<string>> TablesAsync();

    /// <summary>Every column as <c>table.column TYPE</c>, with <c>NOT NULL</c> where it is.</summary>
    public abstract Task<IReadOnlyList<string>> ColumnsAsync();

    /// <summary>Every key and index as <c>table(column,column)</c>, with <c>primary</c>, or <c>unique</c> and <c>filtered</c> where it is.</summary>
    public abstract Task<IReadOnlyList<string>> IndexesAsync();

    /// <summary>The scripts that make the schema, version 1 first.</summary>
    public abstract IReadOnlyList<string> Scripts { get; }

    /// <summary>How many rows a table has.</summary>
    public abstract Task<long> CountAsync(string table);

    /// <summary>Makes the tables as an earlier version of the package made them.</summary>
    public async Task MakeVersionAsync(int version)
    {
        await ExecuteAsync($"CREATE TABLE {Table("schema_versions")} (version INTEGER NOT NULL PRIMARY KEY)");
        for (var number = 1; number <= version; number++)
        {
            await ExecuteAsync(Names.Apply(Scripts[number - 1]));
            await ExecuteAsync($"INSERT INTO {Table("schema_versions")} VALUES ({number})");
        }
    }

    /// <summary>Runs SQL behind the store's back.</summary>
    public abstract Task ExecuteAsync(string sql);

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The schema and the prefix of the tables.</summary>
    protected abstract StoreNames Names { get; }

    /// <summary>Registers the store under test.</summary>
    protected abstract void Use(IAccountingBuilder builder);
}
