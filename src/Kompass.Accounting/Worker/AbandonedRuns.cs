using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

/// <summary>Finds organisations whose run nobody finishes any more, so that another node need not wait for its own turn.</summary>
internal sealed partial class AbandonedRuns(ISyncJournal journal, ILogger<AbandonedRuns> logger)
{
    private HashSet<RemoteOrganisationId> _known = [];

    /// <returns>Those that were not found the last time: whoever was told once need not be told again.</returns>
    public async Task<IReadOnlyCollection<RemoteOrganisationId>> FindNewAsync(CancellationToken cancellationToken)
    {
        var abandoned = (await journal.GetAbandonedAsync(cancellationToken)).ToHashSet();
        var found = abandoned.Where(organisation => !_known.Contains(organisation)).ToList();
        _known = abandoned;
        found.ForEach(LogFound);
        return found;
    }

    [LoggerMessage(3023, LogLevel.Warning, "A run of organisation {Organisation} was left unfinished by its node; another one takes it up.")]
    private partial void LogFound(RemoteOrganisationId organisation);
}
