namespace Kompass.Testing;

/// <summary>Who builds for the first time waits for three minutes at most; under CI=true everything runs.</summary>
internal static class UnderCi
{
    public static bool IsSet { get; } = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Skips a test elsewhere.</summary>
    /// <param name="why">Why a newcomer does not wait for it.</param>
    public static void Only(string why) => Skip.IfNot(IsSet, $"{why}: runs under CI=true.");

    /// <summary>How much of something to try.</summary>
    public static int Of(int all, int few) => IsSet ? all : few;
}
