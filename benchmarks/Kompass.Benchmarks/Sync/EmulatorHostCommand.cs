using Kompass.Xero.Emulator;

namespace Kompass.Benchmarks;

/// <summary>What runs in the emulator's own process. Started by <see cref="EmulatorProcess"/>, not by people.</summary>
internal static class EmulatorHostCommand
{
    public const string Name = "sync-emulator";

    /// <summary>Where its time begins.</summary>
    public static readonly DateTimeOffset Beginning = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync()
    {
        var emulator = new XeroEmulator(new() { Clock = new StandingClock(), WebhookInterval = TimeSpan.Zero });
        await using var server = await EmulatorServer.StartAsync(emulator);
        Console.WriteLine(server.BaseAddress);
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        return 0;
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Beginning;
    }
}
