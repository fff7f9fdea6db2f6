namespace Kompass.Xero.AspNetCore;

/// <summary>Everything that one cause holds.</summary>
internal sealed record HoldGroup(HoldReason Reason, string Remedy, IReadOnlyList<Hold> Holds)
{
    /// <summary>How many are listed; the rest is counted.</summary>
    public const int Shown = 20;

    public decimal Amount => Holds.Sum(hold => hold.Amount ?? 0);
}
