namespace Kompass.Simulation;

/// <summary>A blow at a point.</summary>
/// <param name="At">The point, counted from 1: from the beginning, or from the strike before.</param>
/// <param name="Blow">What happens there.</param>
/// <param name="IsLasting">Whether it happens at every later point of the same place, too.</param>
internal sealed record Strike(int At, Blow Blow, bool IsLasting)
{
    public override string ToString() => $"{Blow} at point {At}{(IsLasting ? " and all that follow" : "")}";
}

/// <summary>Strikes that fall one after the other.</summary>
internal sealed class Strikes(params IReadOnlyList<Strike> strikes)
{
    private int _next;
    private PointPlace? _lasting;

    /// <summary>How many points there were since the last strike fell.</summary>
    public int Reached { get; private set; }

    public Blow Next(SimNode node, PointPlace place, string what)
    {
        if (_lasting is { } lasting)
        {
            return place == lasting ? strikes[^1].Blow : Blow.None;
        }

        Reached++;
        if (_next == strikes.Count || Reached < strikes[_next].At)
        {
            return Blow.None;
        }

        var strike = strikes[_next++];
        Reached = 0;
        _lasting = strike.IsLasting ? place : null;
        return strike.Blow;
    }

    public override string ToString() => string.Join(", then ", strikes);
}
