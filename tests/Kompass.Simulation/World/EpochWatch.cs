namespace Kompass.Simulation;

/// <summary>Who wrote to the journal: after a take-over, the holder before must not.</summary>
internal sealed class EpochWatch
{
    private long _newest;

    public int StaleWrites { get; private set; }

    public void Wrote(long epoch)
    {
        StaleWrites += epoch < _newest ? 1 : 0;
        _newest = Math.Max(_newest, epoch);
    }
}
