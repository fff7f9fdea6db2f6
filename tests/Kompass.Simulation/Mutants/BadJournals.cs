using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>What the engine writes down, changed on its way.</summary>
internal sealed class AlteringJournal(ISyncJournal journal, Func<OutcomeBatch, OutcomeBatch> alter) : JournalDecorator(journal)
{
    public override Task RecordAsync(Lease lease, OutcomeBatch batch, CancellationToken cancellationToken) => base.RecordAsync(lease, alter(batch), cancellationToken);
}

/// <summary>Sends first and writes down afterwards.</summary>
internal sealed class ForgetfulJournal(ISyncJournal journal) : JournalDecorator(journal)
{
    public override Task BeginAsync(Lease lease, IReadOnlyCollection<Operation> intents, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Never looks at what a run before left in doubt.</summary>
internal sealed class CarelessJournal(ISyncJournal journal) : JournalDecorator(journal)
{
    public override Task<IReadOnlyList<Operation>> GetUnsettledAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Operation>>([]);
}

/// <summary>Takes the lease from whoever holds it.</summary>
internal sealed class GreedyJournal(ISyncJournal journal, GreedyJournal.Holder holder) : JournalDecorator(journal)
{
    public override async Task<Lease?> TryAcquireAsync(RemoteOrganisationId organisation, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (holder.Lease is { } standing)
        {
            await base.ReleaseAsync(standing, cancellationToken);
        }

        return holder.Lease = await base.TryAcquireAsync(organisation, owner, duration, cancellationToken);
    }

    // A write is let through whatever its epoch.
    public override Task BeginAsync(Lease lease, IReadOnlyCollection<Operation> intents, CancellationToken cancellationToken) =>
        base.BeginAsync(holder.Lease ?? lease, intents, cancellationToken);

    public override Task RecordAsync(Lease lease, OutcomeBatch batch, CancellationToken cancellationToken) =>
        base.RecordAsync(holder.Lease ?? lease, batch, cancellationToken);

    public override Task<Lease> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken) => Task.FromResult(lease);

    /// <summary>Who holds the lease, as all processes see it.</summary>
    internal sealed class Holder
    {
        public Lease? Lease { get; set; }
    }
}

/// <summary>Goes on although the lease was lost.</summary>
internal sealed class StubbornJournal(ISyncJournal journal) : JournalDecorator(journal)
{
    public override async Task<Lease> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        try
        {
            return await base.RenewAsync(lease, duration, cancellationToken);
        }
        catch (LeaseLostException)
        {
            return lease;
        }
    }

    public override async Task BeginAsync(Lease lease, IReadOnlyCollection<Operation> intents, CancellationToken cancellationToken)
    {
        try
        {
            await base.BeginAsync(lease, intents, cancellationToken);
        }
        catch (LeaseLostException)
        {
        }
    }

    public override async Task RecordAsync(Lease lease, OutcomeBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            await base.RecordAsync(lease, batch, cancellationToken);
        }
        catch (LeaseLostException)
        {
        }
    }
}
