namespace Kompass.Xero.AspNetCore;

internal sealed record RunModel(Selection Selection, IReadOnlyList<SyncRun> Runs) : ISelectionModel;
