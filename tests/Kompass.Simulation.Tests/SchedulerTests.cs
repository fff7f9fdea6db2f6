namespace Kompass.Simulation.Tests;

public sealed class SchedulerTests
{
    private readonly Scheduler _scheduler = new(1);

    public SchedulerTests() => SynchronizationContext.SetSynchronizationContext(null);

    [Fact]
    public void RunUntil_lets_time_pass_only_when_nothing_is_ready()
    {
        var clock = new SimClock(_scheduler, null);
        var order = new List<string>();
        using var timer = clock.CreateTimer(_ => order.Add("timer"), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        _scheduler.Post(null, () => order.Add("ready"));
        var start = _scheduler.Now;

        Assert.True(_scheduler.RunUntil(() => order.Count == 2, TimeSpan.FromHours(2)));

        Assert.Equal(["ready", "timer"], order);
        Assert.Equal(start + TimeSpan.FromHours(1), _scheduler.Now);
    }

    [Fact]
    public void RunUntil_tries_timers_of_one_instant_in_any_order()
    {
        var firsts = Enumerable.Range(0, 50).Select(seed =>
        {
            var scheduler = new Scheduler(seed);
            var clock = new SimClock(scheduler, null);
            var order = new List<int>();
            var timers = Enumerable.Range(0, 3)
                .Select(number => clock.CreateTimer(_ => order.Add(number), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan)).ToList();
            scheduler.RunUntil(() => order.Count == timers.Count, TimeSpan.FromSeconds(2));
            return order[0];
        });

        Assert.Equal([0, 1, 2], firsts.Distinct().Order());
    }

    [Fact]
    public void PointAsync_of_a_dead_node_never_completes()
    {
        var node = new SimNode(1, 0);
        var released = 0;
        node.AtDeath(() => released++);
        var before = _scheduler.PointAsync(node, PointPlace.Store, "before");
        node.Die();
        var after = _scheduler.PointAsync(node, PointPlace.Store, "after");

        _scheduler.RunUntil(() => false, TimeSpan.FromDays(1));

        Assert.False(before.IsCompleted);
        Assert.False(after.IsCompleted);
        Assert.Equal(1, released);
    }

    [Fact]
    public void Adversary_that_kills_at_a_point_nothing_of_the_node_goes_on()
    {
        var node = new SimNode(1, 0);
        var reached = new List<int>();
        _scheduler.Adversary = (_, _, what) => what == "2" ? Blow.Death : Blow.None;
        _ = WorkAsync();

        _scheduler.RunUntil(() => false, TimeSpan.FromDays(1));

        Assert.Equal([1], reached);

        async Task WorkAsync()
        {
            for (var number = 1; ; number++)
            {
                await _scheduler.PointAsync(node, PointPlace.Store, $"{number}");
                reached.Add(number);
            }
        }
    }
}
