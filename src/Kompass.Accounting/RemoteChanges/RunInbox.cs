namespace Kompass.Accounting;

/// <summary>Hands a run what the ledger told of changes, and removes it only once that run has looked at them.</summary>
internal sealed class RunInbox(IRemoteChangeInbox inbox)
{
    /// <summary>Reads what was told before anything else is read, so that whatever it is about is read after it.</summary>
    public async Task<ToldChanges> ReadAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        new([.. (await inbox.GetWaitingAsync(cancellationToken)).Where(waiting => waiting.OrganisationId == organisation)]);

    /// <summary>Whether anything about an organisation waits.</summary>
    public async Task<bool> HasAnyAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        (await ReadAsync(organisation, cancellationToken)).Last is not null;

    /// <summary>Removes what a run was told, if it ended well. What was told since stays for the next run.</summary>
    public Task ForgetAsync(RemoteOrganisationId organisation, ToldChanges told, SyncOutcome outcome, CancellationToken cancellationToken) =>
        told is { Last: { } last, IsMissed: false } && outcome == SyncOutcome.Completed
            ? inbox.RemoveAsync(organisation, last, cancellationToken)
            : Task.CompletedTask;
}
