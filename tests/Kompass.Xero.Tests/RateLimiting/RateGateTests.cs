using Microsoft.Extensions.Time.Testing;

namespace Kompass.Xero.Tests;

public sealed class RateGateTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Clock.Start);
    private readonly List<RateGate> _gates = [];

    [Fact]
    public async Task EnterAsync_any_sixty_seconds_contain_at_most_sixty_sends()
    {
        var gate = Gate(new(60, 5, 0));
        var sends = new List<DateTimeOffset>();
        var all = Task.WhenAll(Enumerable.Range(0, 300).Select(_ => SendAsync(gate, sends, CallPriority.Interactive)));

        await _time.RunAsync(all);

        Assert.Equal(300, sends.Count);
        Assert.All(sends, end => Assert.InRange(sends.Count(s => s <= end && end - s <= TimeSpan.FromSeconds(60)), 1, 60));
        Assert.InRange(sends[^1] - sends[0], TimeSpan.FromSeconds(240), TimeSpan.FromSeconds(243));
    }

    [Fact]
    public async Task EnterAsync_call_that_arrives_late_in_the_minute_still_waits_for_its_end()
    {
        var gate = Gate(new(60, 5, 0));
        var sends = new List<DateTimeOffset>();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => SendAsync(gate, sends, CallPriority.Interactive)));

        _time.Advance(TimeSpan.FromSeconds(59.5));
        var late = SendAsync(gate, sends, CallPriority.Interactive);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.False(late.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(late.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task EnterAsync_sixth_call_waits_for_a_place()
    {
        var gate = Gate(new(60, 5, 0));
        var passes = new List<RateGatePass>();
        for (var i = 0; i < 5; i++)
        {
            passes.Add(await gate.EnterAsync(CallPriority.Sync, default));
        }

        var sixth = gate.EnterAsync(CallPriority.Sync, default);
        Assert.False(sixth.IsCompleted);
        passes[0].Dispose();
        passes[0].Dispose();

        Assert.True(sixth.IsCompletedSuccessfully);
        Assert.False(gate.EnterAsync(CallPriority.Sync, default).IsCompleted);
    }

    [Fact]
    public async Task EnterAsync_sync_leaves_its_share_to_people()
    {
        var gate = Gate(new(55, 5, 0));
        var sends = new List<DateTimeOffset>();
        var sync = Task.WhenAll(Enumerable.Range(0, 60).Select(_ => SendAsync(gate, sends, CallPriority.Sync)));
        Assert.Equal(55, sends.Count);

        await SendAsync(gate, sends, CallPriority.Interactive);
        Assert.Equal(56, sends.Count);

        await _time.RunAsync(sync);
    }

    [Fact]
    public async Task EnterAsync_sync_takes_the_whole_minute_while_nobody_is_about()
    {
        var gate = Gate(new(55, 5, 0));
        var sends = new List<DateTimeOffset>();
        var all = Task.WhenAll(Enumerable.Range(0, 405).Select(_ => SendAsync(gate, sends, CallPriority.Sync)));

        await _time.RunAsync(all);

        Assert.All(sends, end => Assert.InRange(sends.Count(s => s <= end && end - s <= TimeSpan.FromSeconds(60)), 1, 60));
        Assert.InRange(sends[^1] - sends[0], TimeSpan.FromSeconds(360), TimeSpan.FromSeconds(362));
    }

    [Fact]
    public async Task EnterAsync_person_who_comes_when_the_minute_is_used_waits_ten_seconds_at_most()
    {
        var gate = Gate(new(55, 5, 0));
        var sends = new List<DateTimeOffset>();
        var sync = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => SendAsync(gate, sends, CallPriority.Sync)));
        await _time.RunAsync(Task.Delay(TimeSpan.FromSeconds(58), _time));
        Assert.Equal(60, sends.Count);

        var came = _time.GetUtcNow();
        var person = new List<DateTimeOffset>();
        await _time.RunAsync(SendAsync(gate, person, CallPriority.Interactive));

        Assert.InRange(person[0] - came, TimeSpan.Zero, TimeSpan.FromSeconds(10.1));
        await _time.RunAsync(sync);
    }

    [Fact]
    public async Task EnterAsync_nothing_is_lent_for_a_minute_after_a_person_called()
    {
        var gate = Gate(new(55, 5, 0));
        var sends = new List<DateTimeOffset>();
        await SendAsync(gate, sends, CallPriority.Interactive);
        var sync = Task.WhenAll(Enumerable.Range(0, 80).Select(_ => SendAsync(gate, sends, CallPriority.Sync)));

        await _time.RunAsync(Task.Delay(TimeSpan.FromSeconds(59), _time));

        Assert.Equal(54, sends.Count);
        await _time.RunAsync(sync);
    }

    [Fact]
    public async Task Report_calls_of_somebody_else_end_the_lending()
    {
        var gate = Gate(new(55, 5, 0));
        var sends = new List<DateTimeOffset>();
        await SendAsync(gate, sends, CallPriority.Sync);
        gate.Report(new(Minute: 57, Day: null, AppMinute: null));
        var sync = Task.WhenAll(Enumerable.Range(0, 80).Select(_ => SendAsync(gate, sends, CallPriority.Sync)));

        await _time.RunAsync(Task.Delay(TimeSpan.FromSeconds(59), _time));

        Assert.Equal(55, sends.Count);
        await _time.RunAsync(sync);
    }

    [Fact]
    public async Task EnterAsync_share_that_is_not_lent_stays_a_share()
    {
        var gate = Gate(new(55, 5, 0) { LendsRest = false });
        var sends = new List<DateTimeOffset>();
        var sync = Task.WhenAll(Enumerable.Range(0, 80).Select(_ => SendAsync(gate, sends, CallPriority.Sync)));

        await _time.RunAsync(Task.Delay(TimeSpan.FromSeconds(59), _time));

        Assert.Equal(55, sends.Count);
        await _time.RunAsync(sync);
    }

    [Fact]
    public async Task EnterAsync_waiters_pass_in_order_of_arrival_people_first()
    {
        var gate = Gate(new(60, 1, 0));
        var order = new List<string>();
        var held = await gate.EnterAsync(CallPriority.Sync, default);
        foreach (var (name, priority) in new[]
        {
            ("sync 1", CallPriority.Sync), ("sync 2", CallPriority.Sync), ("person 1", CallPriority.Interactive), ("person 2", CallPriority.Interactive),
        })
        {
            _ = Enter(name, priority);
        }

        held.Dispose();

        Assert.Equal(["person 1", "person 2", "sync 1", "sync 2"], order);

        async Task Enter(string name, CallPriority priority)
        {
            using var pass = await gate.EnterAsync(priority, default);
            order.Add(name);
        }
    }

    [Fact]
    public async Task EnterAsync_cancelled_waiter_takes_no_place()
    {
        var gate = Gate(new(60, 1, 0));
        var held = await gate.EnterAsync(CallPriority.Sync, default);
        using var cancel = new CancellationTokenSource();
        var cancelled = gate.EnterAsync(CallPriority.Sync, cancel.Token);
        var next = gate.EnterAsync(CallPriority.Sync, default);

        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        held.Dispose();

        Assert.True(next.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task EnterAsync_cancelled_token_is_refused_at_once()
    {
        var gate = Gate(new(60, 1, 0));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gate.EnterAsync(CallPriority.Sync, new CancellationToken(true)));

        Assert.True(gate.EnterAsync(CallPriority.Sync, default).IsCompletedSuccessfully);
    }

    [Fact]
    public void Hold_keeps_everybody_back_for_the_pause()
    {
        var gate = Gate(new(60, 5, 0));
        gate.Hold(TimeSpan.FromSeconds(22));

        var waiting = gate.EnterAsync(CallPriority.Interactive, default);
        _time.Advance(TimeSpan.FromSeconds(21.9));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Park_refuses_waiting_and_new_calls_until_the_instant()
    {
        var gate = Gate(new(60, 1, 0));
        using var held = await gate.EnterAsync(CallPriority.Sync, default);
        var waiting = gate.EnterAsync(CallPriority.Sync, default);
        var until = Clock.Start.AddHours(9);

        gate.Park(until);

        var refusal = await Assert.ThrowsAsync<XeroApiException>(() => waiting);
        Assert.Equal(XeroErrorKind.Parked, refusal.Kind);
        Assert.Equal(until, refusal.ParkedUntil);
        await Assert.ThrowsAsync<XeroApiException>(() => gate.EnterAsync(CallPriority.Interactive, default));
        held.Dispose();
        _time.SetUtcNow(until);
        Assert.True(gate.EnterAsync(CallPriority.Sync, default).IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(CallPriority.Sync)]
    [InlineData(CallPriority.Interactive)]
    internal async Task Park_nothing_left_lets_calls_through_at_the_stated_instant(CallPriority priority)
    {
        var gate = Gate(new(60, 5, DailyReserve: 100));
        var until = Clock.Start.AddHours(9);
        gate.Report(new(60, 0, 9000));
        gate.Park(until);
        gate.Report(new(60, 0, 9000)); // the answer of a call that was in flight beside it

        _time.SetUtcNow(until.AddMilliseconds(-1));
        var refusal = await Assert.ThrowsAsync<XeroApiException>(() => gate.EnterAsync(priority, default));
        Assert.Equal(until, refusal.ParkedUntil);
        _time.SetUtcNow(until);

        Assert.True(gate.EnterAsync(priority, default).IsCompletedSuccessfully);
        Assert.True(gate.EnterAsync(priority, default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Report_reserve_reached_stops_the_sync_but_not_people()
    {
        var gate = Gate(new(60, 5, DailyReserve: 100));
        gate.Report(new(60, 100, 9000));

        var refusal = await Assert.ThrowsAsync<XeroApiException>(() => gate.EnterAsync(CallPriority.Sync, default));

        Assert.Equal(Clock.Start.AddHours(1), refusal.ParkedUntil);
        Assert.True(gate.EnterAsync(CallPriority.Interactive, default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Report_reserve_reached_asks_again_after_the_probe_time()
    {
        var gate = Gate(new(60, 5, DailyReserve: 100));
        gate.Report(new(60, 100, 9000));
        await Assert.ThrowsAsync<XeroApiException>(() => gate.EnterAsync(CallPriority.Sync, default));

        _time.Advance(TimeSpan.FromHours(1));

        Assert.True(gate.EnterAsync(CallPriority.Sync, default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Report_nothing_left_parks_everybody()
    {
        var gate = Gate(new(60, 5, DailyReserve: 0));
        gate.Report(new(60, 0, 9000));

        await Assert.ThrowsAsync<XeroApiException>(() => gate.EnterAsync(CallPriority.Interactive, default));
    }

    public void Dispose() => _gates.ForEach(gate => gate.Dispose());

    private RateGate Gate(RateGateSettings settings)
    {
        Clock.Detach();
        var gate = new RateGate(_time, settings);
        _gates.Add(gate);
        return gate;
    }

    private async Task SendAsync(RateGate gate, List<DateTimeOffset> sends, CallPriority priority)
    {
        using var pass = await gate.EnterAsync(priority, default);
        sends.Add(_time.GetUtcNow());
    }
}
