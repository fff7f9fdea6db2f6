using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>
/// After a long absence a background run shows what piled up before it sends any of it: <see cref="SyncOptions.LongestAbsence"/>.
/// </summary>
internal sealed class BacklogGuard(
    IConfigurationStore configurations,
    ISyncJournal journal,
    PeopleTeller people,
    ProviderDescriptor provider,
    IOptions<SyncOptions> options,
    TimeProvider clock)
{
    /// <returns>Why the plan waits; null when it may be applied.</returns>
    public async Task<string?> HoldAsync(SyncConfiguration configuration, SyncPlan plan, CancellationToken cancellationToken)
    {
        var longest = options.Value.LongestAbsence;
        var latest = await journal.GetRunsAsync(configuration.Id, 1, cancellationToken);
        var now = clock.GetUtcNow();
        if (longest == Timeout.InfiniteTimeSpan || plan.IsEmpty || latest.Count == 0 || now - latest[0].StartedAt <= longest)
        {
            return null;
        }

        var since = latest[0].StartedAt;
        if (configuration.Backlog is { ReleasedAt: { } released } && now - released <= longest)
        {
            return null;
        }

        var found = new HeldBacklog(since, now, Count(plan));
        var isNew = configuration.Backlog is not { ReleasedAt: null } standing || standing.AbsentSince != since;
        if (isNew || configuration.Backlog!.Planned != found.Planned)
        {
            await SaveAsync(configuration, found, isNew, cancellationToken);
        }

        return Explain(found);
    }

    /// <summary>Forgets a backlog once a run has been made.</summary>
    public async Task ClearAsync(ConfigurationId id, CancellationToken cancellationToken)
    {
        if (await configurations.GetAsync(id, cancellationToken) is { Backlog: not null })
        {
            await configurations.TrySaveAsync(id, current => current with { Backlog = null }, cancellationToken);
        }
    }

    private static SyncCounts Count(SyncPlan plan) => new()
    {
        ContactsCreated = plan.Operations.Count(operation => operation is CreateContact),
        ContactsUpdated = plan.Operations.Count(operation => operation is UpdateContact),
        InvoicesCreated = Created(plan, DocumentKind.Invoice),
        CreditNotesCreated = Created(plan, DocumentKind.CreditNote),
        JournalsCreated = Created(plan, DocumentKind.Journal),
        DocumentsUpdated = plan.Operations.Count(operation => operation is UpdateDocument),
        DocumentsVoided = plan.Operations.Count(operation => operation is VoidDocument),
        CreditsAllocated = plan.Operations.Count(operation => operation is AllocateCredit),
        Held = plan.Holds.Count,
    };

    private static int Created(SyncPlan plan, DocumentKind kind) =>
        plan.Operations.Count(operation => operation is CreateDocument { Content.Kind: var created } && created == kind);

    private static string Explain(HeldBacklog backlog) => string.Create(
        CultureInfo.InvariantCulture,
        $"Nothing was synced since {backlog.AbsentSince:yyyy-MM-dd}, and {backlog.Planned.Writes} changes wait. Look at what would be sent, then release it in the configuration.");

    private async Task SaveAsync(SyncConfiguration configuration, HeldBacklog backlog, bool isNew, CancellationToken cancellationToken)
    {
        var saved = await configurations.TrySaveAsync(configuration.Id, current => current with { Backlog = backlog }, cancellationToken);
        if (isNew && saved is not null)
        {
            await people.TellAsync(saved, Letter(saved, backlog), cancellationToken);
        }
    }

    private Notification Letter(SyncConfiguration configuration, HeldBacklog backlog) => new(
        configuration.Id,
        $"The sync with {provider.DisplayName} waits for you: {configuration.Connection?.OrganisationName}",
        $"""
        {Explain(backlog)}

        After so long a time nothing is sent before a person has looked at it.
        """);
}
