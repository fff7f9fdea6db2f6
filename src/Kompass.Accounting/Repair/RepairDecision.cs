namespace Kompass.Accounting;

/// <summary>What a repair comes to for one record: the changes to record, or why it is refused.</summary>
/// <param name="Message">What was done and what follows, or why it was refused and what to do.</param>
/// <param name="Outcomes">What is recorded; null when it is refused.</param>
/// <param name="After">How the record stands afterwards, in words for the audit trail.</param>
internal sealed record RepairDecision(string Message, Outcomes? Outcomes, string? After)
{
    public static RepairDecision Refuse(string message) => new(message, null, null);

    public static RepairDecision Do(Outcomes outcomes, string message, string after) => new(message, outcomes, after);
}
