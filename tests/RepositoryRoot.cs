namespace Kompass.Testing;

/// <summary>Where the repository lies that a program was built in.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Kompass.Xero.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Kompass.Xero.sln above {AppContext.BaseDirectory}. Run this from where it was built, inside the repository.");
    }
}
