using System.Runtime.InteropServices;

namespace Kompass.Kills;

/// <summary>Tells of every statement before SQLite runs it, on every connection of this process.</summary>
internal static class Statements
{
    private const string Library = "e_sqlite3";
    private const uint StatementBegins = 1;

    private static readonly OnOpen Opened = (database, _, _) => Trace(database, StatementBegins, Traced!, IntPtr.Zero);
    private static readonly OnTrace Traced = (_, _, _, text) =>
    {
        PointOfDeath.Pass("sql", Marshal.PtrToStringUTF8(text) ?? "");
        return 0;
    };

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OnOpen(IntPtr database, IntPtr message, IntPtr routines);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OnTrace(uint mask, IntPtr context, IntPtr statement, IntPtr text);

    public static void Watch()
    {
        if (AutoExtension(Opened) is not 0 and var code)
        {
            throw new InvalidOperationException($"SQLite cannot be watched: {code}.");
        }
    }

    [DllImport(Library, EntryPoint = "sqlite3_auto_extension", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int AutoExtension(OnOpen opened);

    [DllImport(Library, EntryPoint = "sqlite3_trace_v2", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trace(IntPtr database, uint mask, OnTrace callback, IntPtr context);
}
