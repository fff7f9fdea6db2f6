namespace Kompass.Xero;

internal static class LocalPath
{
    /// <summary>A path of this host, or null: an address that leads anywhere else is dropped.</summary>
    public static string? OrNull(string? path)
    {
        if (string.IsNullOrEmpty(path) || path[0] != '/' || path.Any(char.IsControl))
        {
            return null;
        }

        var decoded = Uri.UnescapeDataString(path);
        return decoded.Contains('\\') || decoded.StartsWith("//", StringComparison.Ordinal) || decoded.Any(char.IsControl) ? null : path;
    }
}
