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

    public static RunEnding Of(LeaseLostException exception) => new(
        SyncOutcome.Failed,
        $"Another process has taken the sync over, since this one was silent for too long. {exception.Message}",
        RetryAt: null);
}
