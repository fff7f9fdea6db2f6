namespace Kompass.EndToEnd.Tests;

/// <summary>Disturbances at every place there is, in four shares. A newcomer waits for one of them; CI=true runs all.</summary>
internal static class Sweep
{
    private const int Shares = 4;

    /// <summary>The places of one share, every fourth one.</summary>
    /// <param name="places">All places.</param>
    /// <param name="share">The share, from 0 to 3.</param>
    /// <param name="sample">The share that runs everywhere: another one from test to test, so that together they meet every place.</param>
    public static IReadOnlyList<T> Share<T>(IReadOnlyList<T> places, int share, int sample)
    {
        if (share != sample)
        {
            UnderCi.Only($"Share {sample} of the places stands for all");
        }

        IReadOnlyList<T> taken = [.. places.Where((_, index) => index % Shares == share)];
        Assert.NotEmpty(taken);
        return taken;
    }
}
