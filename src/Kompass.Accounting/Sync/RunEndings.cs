namespace Kompass.Accounting;

internal static class RunEndings
{
    public static RunEnding Of(RemoteLedgerException exception) => new(
        exception.Fault switch
        {
            RemoteFault.ReconnectRequired or RemoteFault.Disconnected => SyncOutcome.ReconnectRequired,
            RemoteFault.LimitReached => SyncOutcome.Parked,
            _ => SyncOutcome.Failed,
        },
        exception.Message,
        exception.RetryAt);
}
