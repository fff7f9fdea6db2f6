namespace Kompass.Simulation;

/// <summary>
/// Counts refreshes of the token that nobody needed: the tokens of the one before were young still, and had been delivered.
/// Xero itself may take a token back, and a process may die or its store fail with new tokens in hand: then another refresh is right.
/// </summary>
internal sealed class RefreshCounter
{
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(20);

    private DateTimeOffset? _last;

    public int Extra { get; private set; }

    /// <summary>From here on, a refresh is not compared with the one before.</summary>
    public void Forget() => _last = null;

    public void Delivered(DateTimeOffset now)
    {
        Extra += _last is { } last && now - last < Young ? 1 : 0;
        _last = now;
    }
}
