using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>Notes the epoch of each write that the store accepted.</summary>
internal sealed class WatchedJournal(ISyncJournal journal, EpochWatch epochs) : JournalDecorator(journal)
{
    public override async Task BeginAsync(Lease lease, IReadOnlyCollection<Operation> intents, CancellationToken cancellationToken)
    {
        await base.BeginAsync(lease, intents, cancellationToken);
        epochs.Wrote(lease.Epoch);
    }

    public override async Task RecordAsync(Lease lease, OutcomeBatch batch, CancellationToken cancellationToken)
    {
        await base.RecordAsync(lease, batch, cancellationToken);
        epochs.Wrote(lease.Epoch);
    }
}
