using System.Diagnostics;

namespace Kompass.Accounting.PostgreSql.Tests;

/// <summary>A server of the tests' own, from Debian's binaries, in a temporary folder and on a Unix socket. Ends with the test process.</summary>
internal sealed class PostgreSqlServer
{
    // The shell reads its standard input, which is closed when this process ends in whatever way. It has a session of its own, so that no
    // signal to the process's group, as by Ctrl+C or timeout, ends it before it has cleaned up.
    private const string Script =
        """
        cd / && dir=$(mktemp -d -t kompass-pg-XXXXXX) || exit 1
        "$1/initdb" -D "$dir/data" -U postgres --auth=trust --no-sync -E UTF8 --locale=C.UTF-8 >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
        "$1/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c max_connections=400 -c shared_buffers=32MB >"$dir/log" 2>&1 </dev/null &
        pid=$!
        until "$1/pg_isready" -q -h "$dir"; do kill -0 $pid 2>/dev/null || { cat "$dir/log" >&2; exit 1; }; sleep 0.05; done
        echo "$dir"
        read -r line
        kill -QUIT $pid; wait $pid; rm -rf "$dir"
        """;

    private static readonly Lazy<Task<PostgreSqlServer>> Running = new(StartAsync);

    // Kept, because a collected process closes the standard input that keeps the server alive.
    private readonly Process _shell;

    private PostgreSqlServer(Process shell, string folder)
    {
        _shell = shell;
        Folder = folder;
    }

    /// <summary>Why there is no server on this machine; null when there can be one.</summary>
    public static string? Missing { get; } = FindBinaries() is null
        ? "PostgreSQL is not installed here: no initdb in /usr/lib/postgresql/*/bin. Run apt-get install -y postgresql."
        : null;

    /// <summary>The folder of the socket.</summary>
    public string Folder { get; }

    public static Task<PostgreSqlServer> GetAsync() => Running.Value;

    /// <summary>Ends the server, where there is one, and waits until its folder is gone. Nobody gets a server afterwards.</summary>
    public static async Task EndAsync()
    {
        if (Running is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            var shell = (await Running.Value)._shell;
            shell.StandardInput.Close();
            await shell.WaitForExitAsync();
        }
    }

    public string ConnectionString(string database) => $"Host={Folder};Username=postgres;Database={database};Maximum Pool Size=20;Include Error Detail=true";

    private static string? FindBinaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .OrderByDescending(bin => bin, StringComparer.Ordinal)
            .FirstOrDefault()
        : null;

    private static async Task<PostgreSqlServer> StartAsync()
    {
        // PostgreSQL refuses to run as root.
        string[] command = Environment.UserName == "root" ? ["setsid", "runuser", "-u", "postgres", "--", "sh"] : ["setsid", "sh"];
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Skip(1).Concat(["-c", Script, "sh", FindBinaries()!]))
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var folder = await process.StandardOutput.ReadLineAsync();
        return folder is { Length: > 0 }
            ? new(process, folder)
            : throw new InvalidOperationException($"PostgreSQL did not start: {await process.StandardError.ReadToEndAsync()}");
    }
}
