namespace Kompass.Xero.AspNetCore;

internal sealed record RunModel(Selection Selection, IReadOnlyList<SyncRun> Runs) : ISelectionModel
{
    /// <summary>The undo that was asked for last; null for none.</summary>
    public JobStatus? Undo { get; init; }

    /// <summary>The run whose tie-out is shown in full: the one asked for, otherwise the latest.</summary>
    public SyncRun? Detailed { get; init; }

    /// <summary>Whether a run may have written something that can be looked at for an undo. One that died has no counts.</summary>
    public bool OffersUndo(SyncRun run) =>
        Selection.Current?.Connection?.OrganisationId == run.RemoteOrganisationId && (run.Counts.Writes > 0 || run.Counts.Unknown > 0 || run.FinishedAt is null);
}
