using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

/// <summary>
/// Records a run that ended before it was planned, since a port of the host threw. As long as that goes on it is one run of the list,
/// which began when the host failed first: so it hides nothing, and counts as an absence (<see cref="SyncOptions.LongestAbsence"/>).
/// </summary>
internal sealed partial class SourceFailures(ISyncJournal journal, TimeProvider clock, ILogger<SourceFailures> logger)
{
    private const string NothingSent = "Nothing was sent by this part of the sync; the next run tries again.";
    private const int LongestCause = 1000;

    /// <returns>The run as recorded.</returns>
    public async Task<SyncRun> RecordAsync(
        RunId id,
        ConfigurationId configuration,
        RemoteConnection connection,
        DateTimeOffset begun,
        KompassSourceException failure,
        CancellationToken cancellationToken)
    {
        LogFailed(failure, configuration, failure.Port);
        var run = (await journal.GetRunsAsync(configuration, 1, cancellationToken)) is [var latest] && IsSuch(latest, connection)
            ? latest
            : new() { Id = id, ConfigurationId = configuration, RemoteOrganisationId = connection.OrganisationId, StartedAt = begun };
        run = run with { FinishedAt = clock.GetUtcNow(), Outcome = SyncOutcome.Failed, Message = Explain(failure) };
        await journal.SaveRunAsync(run, cancellationToken);
        return run;
    }

    private static bool IsSuch(SyncRun run, RemoteConnection connection) =>
        run.Outcome == SyncOutcome.Failed
        && run.RemoteOrganisationId == connection.OrganisationId
        && run.Message?.EndsWith(NothingSent, StringComparison.Ordinal) == true;

    private static string Explain(KompassSourceException failure)
    {
        var cause = failure.Message.Trim();
        cause = cause.Length <= LongestCause ? cause : cause[..LongestCause] + "…";
        return $"{cause}{(cause[^1] is '.' or '!' or '…' ? string.Empty : ".")} {NothingSent}";
    }

    [LoggerMessage(3014, LogLevel.Error, "The sync of configuration {Configuration} failed, since {Port} could not be read; the next run tries again.")]
    private partial void LogFailed(Exception exception, ConfigurationId configuration, string port);
}
