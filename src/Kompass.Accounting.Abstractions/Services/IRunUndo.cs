namespace Kompass.Accounting;

/// <summary>
/// Takes back what a run wrote: shown first, applied when somebody approves. Contacts are never archived; documents that were paid,
/// credited, edited or are in a locked period are left to people. Works while the sync is paused or disabled, not in shadow mode. Thread-safe.
/// </summary>
public interface IRunUndo
{
    /// <summary>Says of each change of a run how it can be taken back, and why. Writes nothing into the ledger.</summary>
    /// <exception cref="ConfigurationException">The configuration does not exist, is not connected, or has no such run; or a run is at work.</exception>
    /// <exception cref="RemoteLedgerException">The ledger cannot be read.</exception>
    Task<UndoPlan> PlanUndoAsync(ConfigurationId configuration, RunId run, CancellationToken cancellationToken);

    /// <summary>
    /// Voids what the plan says, and nothing else, under the same rules as a sync: read before written, intent before effect, an unknown
    /// outcome settled by reading. A document that was changed or settled since is left. A document that was undone is held
    /// (<see cref="HoldReason.Undone"/>) and not sent anew, until it is voided in Kompass as well or released (<see cref="IRecordRepair.ReleaseAsync"/>). Undoing again does nothing.
    /// </summary>
    /// <param name="plan">The plan as it was shown.</param>
    /// <param name="approvedBy">The administrator who answers for it.</param>
    /// <param name="progress">Told how far it has come; null for nobody.</param>
    /// <param name="cancellationToken">Stops the undo; what was done stays done, and the rest can be undone by another plan.</param>
    Task<SyncResult> ApplyUndoAsync(UndoPlan plan, string approvedBy, IProgress<SyncProgress>? progress, CancellationToken cancellationToken);
}
