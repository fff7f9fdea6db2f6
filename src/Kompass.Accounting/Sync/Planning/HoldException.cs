namespace Kompass.Accounting;

/// <summary>Leaves the planning of one record for a hold. Never leaves the planner.</summary>
internal sealed class HoldException(HoldReason reason, string detail) : Exception(detail)
{
    public HoldReason Reason { get; } = reason;
}
