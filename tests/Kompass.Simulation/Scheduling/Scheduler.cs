namespace Kompass.Simulation;

/// <summary>
/// Runs everything on one thread, in an order that a seed decides. What is ready at the same instant goes on in any order; time passes
/// only when nothing is ready. Continuations run inside the step that completes what they wait for.
/// </summary>
internal sealed class Scheduler(int seed)
{
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(90);

    private readonly List<Step> _ready = [];
    private readonly PriorityQueue<SimTimer, (long Due, long Sequence)> _timers = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _sequence;

    /// <summary>Everything random about the schedule is drawn from this.</summary>
    public Random Random { get; } = new(seed);

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public Trace Trace { get; } = new();

    /// <summary>How often work was found on another thread than the simulator's.</summary>
    public int Escapes { get; private set; }

    /// <summary>Decides what befalls a node at each of its points.</summary>
    public Func<SimNode, PointPlace, string, Blow> Adversary { get; set; } = (_, _, _) => Blow.None;

    public int Points { get; private set; }

    /// <summary>
    /// A place where the world may interleave, the node die (then the task never completes), fail, or hang.
    /// </summary>
    public Task PointAsync(SimNode node, PointPlace place, string what, CancellationToken cancellationToken = default)
    {
        Escapes += Environment.CurrentManagedThreadId == _thread ? 0 : 1;
        if (!node.IsAlive)
        {
            return Never();
        }

        Points++;
        var blow = Adversary(node, place, what);
        Trace.Add(Now, node, what, blow);
        switch (blow)
        {
            case Blow.Death:
                node.Die();
                return Never();
            case Blow.Error:
                return Task.FromException(place.Fault());
            case Blow.Hang:
                return place == PointPlace.Network ? UntilGivenUp(cancellationToken) : Pause(node);
            default:
                var source = new TaskCompletionSource();
                Post(node, () => source.SetResult());
                return source.Task;
        }
    }

    /// <summary>Does something soon, unless its node dies before.</summary>
    public void Post(SimNode? node, Action action) => _ready.Add(new(node, action));

    /// <summary>Goes on until a condition holds; false when time ran out, or nothing is left to do.</summary>
    public bool RunUntil(Func<bool> isOver, TimeSpan patience)
    {
        var end = Now + patience;
        while (!isOver())
        {
            if (_ready.Count > 0)
            {
                RunOne();
            }
            else if (!MoveOn(end))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What is still to come, for a person who looks for a cause.</summary>
    public string Pending => $"{_ready.Count} ready, {_timers.Count} timers, the next {(_timers.TryPeek(out var timer, out var key) ? $"at {new DateTimeOffset(key.Due, TimeSpan.Zero):HH:mm:ss.fff} of {timer.Node?.ToString() ?? "the world"}" : "never")}";

    internal long NextSequence() => ++_sequence;

    internal void Enqueue(SimTimer timer) => _timers.Enqueue(timer, (timer.Due, timer.Sequence));

    private static Task Never() => new TaskCompletionSource().Task;

    private static Task UntilGivenUp(CancellationToken cancellationToken)
    {
        var source = new TaskCompletionSource();
        cancellationToken.Register(() => source.TrySetCanceled(cancellationToken));
        return source.Task;
    }

    private Task Pause(SimNode node)
    {
        var source = new TaskCompletionSource();
        new SimTimer(this, node, _ => source.SetResult(), null).Change(LongPause, Timeout.InfiniteTimeSpan);
        return source.Task;
    }

    private void RunOne()
    {
        var index = Random.Next(_ready.Count);
        var step = _ready[index];
        _ready[index] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        if (step.Node is null or { IsAlive: true })
        {
            step.Action();
        }
    }

    // All timers of one instant become ready together, so that any of them may be first.
    private bool MoveOn(DateTimeOffset end)
    {
        while (_timers.TryPeek(out var timer, out var key) && key.Due <= end.UtcTicks)
        {
            Now = new(Math.Max(key.Due, Now.UtcTicks), TimeSpan.Zero);
            var due = key.Due;
            while (_timers.TryPeek(out timer, out key) && key.Due == due)
            {
                _timers.Dequeue();
                if (timer.IsCurrent(key.Sequence))
                {
                    var fired = timer;
                    var sequence = key.Sequence;
                    Post(timer.Node, () => fired.Fire(sequence));
                }
            }

            if (_ready.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Step(SimNode? Node, Action Action);
}
