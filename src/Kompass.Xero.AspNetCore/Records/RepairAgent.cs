namespace Kompass.Xero.AspNetCore;

/// <summary>Has the chosen action done.</summary>
internal sealed class RepairAgent(IRecordRepair repair)
{
    public Task<IReadOnlyList<RepairResult>> RepairAsync(
        ConfigurationId configuration, RepairForm form, IReadOnlyList<RecordRow> rows, RepairOrder order, CancellationToken cancellationToken)
    {
        RecordKey[] records = [.. rows.Select(row => row.Record)];
        return form.Chosen switch
        {
            RepairAction.Retry => repair.RetryAsync(configuration, records, order, cancellationToken),
            RepairAction.Skip => repair.SkipAsync(configuration, records, order, cancellationToken),
            RepairAction.Unskip => repair.UnskipAsync(configuration, records, order, cancellationToken),
            RepairAction.Release => repair.ReleaseAsync(configuration, records, order, cancellationToken),
            RepairAction.Unlink => repair.UnlinkAsync(configuration, records, order, cancellationToken),
            _ => repair.RelinkAsync(configuration, [new RecordRelink(records[0], form.RemoteId, form.AllowsShared)], order, cancellationToken),
        };
    }
}
