using System.Runtime.InteropServices;

namespace Kompass.Kills;

/// <summary>Makes this process stand still until somebody lets it go on.</summary>
internal static class StandStill
{
    private const int Stop = 19;

    public static void Now() => _ = Kill(Environment.ProcessId, Stop);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
