namespace Kompass.Simulation;

/// <summary>One life of one process. Death is an await that never completes, as after SIGKILL: nothing is cleaned up by the process itself.</summary>
internal sealed class SimNode(int number, int life)
{
    private readonly List<Action> _atDeath = [];

    public int Number { get; } = number;

    public int Life { get; } = life;

    public bool IsAlive { get; private set; } = true;

    /// <summary>What the operating system does for a dead process, such as closing its connections.</summary>
    public void AtDeath(Action release) => _atDeath.Add(release);

    public void Die()
    {
        IsAlive = false;
        foreach (var release in _atDeath)
        {
            release();
        }
    }

    public override string ToString() => $"{Number}.{Life}";
}
