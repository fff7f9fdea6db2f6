namespace Kompass.Accounting;

/// <summary>Has a record looked at anew. Its hold stands until the next run has decided, so that nothing disappears meanwhile.</summary>
internal sealed class RetryStep(KompassLookup kompass) : RepairStep
{
    public override AuditAction Action => AuditAction.Retry;

    public override async Task<RepairDecision> DecideAsync(RepairScene scene, RecordKey record, CancellationToken cancellationToken)
    {
        if (scene.Skips.TryGetValue(record, out var skip))
        {
            return RepairDecision.Refuse($"{skip.SkippedBy} skipped it at {skip.SkippedAt:u}: {skip.Reason} Take the skip back first.");
        }

        if (!scene.Holds.ContainsKey(record) && !scene.IsLinked(record) && !(await kompass.FindAsync(scene, record, cancellationToken)).IsListed)
        {
            return RepairDecision.Refuse($"Kompass does not list {record}. Copy the id from Kompass.");
        }

        var after = scene.Holds.ContainsKey(record) ? "held, tried again with the next run" : "looked at again with the next run";
        return RepairDecision.Do(new(), "The next run looks at it anew.", after);
    }
}
