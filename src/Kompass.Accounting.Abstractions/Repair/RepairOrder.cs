namespace Kompass.Accounting;

/// <summary>Who repairs, and why: both are required and kept in the audit trail.</summary>
/// <param name="Actor">The person.</param>
/// <param name="Reason">Why, in the person's words.</param>
public sealed record RepairOrder(string Actor, string Reason);
