using Kompass.Accounting;

namespace Quickstart;

/// <summary>Disconnecting: the sync stops at once.</summary>
internal static class DisconnectStep
{
    public static async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        context.Display.Step("Disconnecting from Xero");
        await context.Connector.DisconnectAsync(context.Configuration.Id, JobContext.Administrator, cancellationToken);
        var result = await context.Sync.RunAsync(context.Configuration.Id, progress: null, cancellationToken);
        context.Expect(result.Outcome == SyncOutcome.NotRun, $"A sync after the disconnection ended {result.Outcome}.");
        context.Expect(context.Xero.Connections.Count == 0, "Xero still lists the connection.");
        context.Display.Line($"A sync now says: {result.Message}");
    }
}
