namespace Kompass.Xero.AspNetCore;

internal sealed record RecordModel(Selection Selection, IReadOnlyList<HoldGroup> Groups) : ISelectionModel
{
    public int Held => Groups.Sum(group => group.Holds.Count);

    public decimal Amount => Groups.Sum(group => group.Amount);
}
