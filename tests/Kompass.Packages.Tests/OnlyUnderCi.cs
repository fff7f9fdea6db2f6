namespace Kompass.Packages.Tests;

internal static class OnlyUnderCi
{
    public const string Reason = "Packs every project, which takes minutes: runs under CI=true.";

    public static bool Applies => Environment.GetEnvironmentVariable("CI") == "true";
}
