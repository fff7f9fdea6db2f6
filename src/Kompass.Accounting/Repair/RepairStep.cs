namespace Kompass.Accounting;

/// <summary>One kind of repair: decides about one record, and writes nothing itself.</summary>
internal abstract class RepairStep
{
    public abstract AuditAction Action { get; }

    public abstract Task<RepairDecision> DecideAsync(RepairScene scene, RecordKey record, CancellationToken cancellationToken);
}
