namespace Kompass.Accounting;

/// <summary>Leaves a record alone as it is now.</summary>
internal sealed class SkipStep(KompassLookup kompass) : RepairStep
{
    public override AuditAction Action => AuditAction.Skip;

    public override async Task<RepairDecision> DecideAsync(RepairScene scene, RecordKey record, CancellationToken cancellationToken)
    {
        var current = await kompass.FindAsync(scene, record, cancellationToken);
        var isKnown = current.IsListed || scene.Holds.ContainsKey(record) || IsLinked(scene, record);
        if (!isKnown)
        {
            return RepairDecision.Refuse($"Kompass does not list {record}, and nothing is remembered of it. Copy the id from Kompass.");
        }

        if (scene.Skips.TryGetValue(record, out var standing) && standing.RecordHash == current.Hash)
        {
            return RepairDecision.Refuse($"{standing.SkippedBy} skipped it already, at {standing.SkippedAt:u}: {standing.Reason}");
        }

        var outcomes = new Outcomes();
        outcomes.Skips.Add(new()
        {
            Record = record,
            Title = current.IsListed ? current.Title : scene.Holds.GetValueOrDefault(record)?.Title ?? record.Id,
            RecordHash = current.Hash,
            SkippedBy = scene.Order.Actor,
            SkippedAt = scene.Now,
            Reason = scene.Order.Reason,
        });
        outcomes.Released.Add(record);
        outcomes.Statuses.Add(new() { Record = record, State = RecordState.Skipped });
        return RepairDecision.Do(
            outcomes,
            IsLinked(scene, record)
                ? "It is left as it stands in the ledger until the skip is taken back; should it change in Kompass, it is held."
                : "It is not sent until the skip is taken back; should it change in Kompass, it is held.",
            "skipped");
    }

    private static bool IsLinked(RepairScene scene, RecordKey record) => record.Kind == RecordKind.Client
        ? scene.ContactLinks.ContainsKey(new(record.Id))
        : scene.DocumentLinks.ContainsKey(new(record.Id));
}
