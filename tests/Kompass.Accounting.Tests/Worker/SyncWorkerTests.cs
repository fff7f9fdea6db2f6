using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace Kompass.Accounting.Tests;

public sealed class SyncWorkerTests
{
    private readonly FakeTimeProvider _clock = new(Build.Now);
    private readonly InMemoryConfigurationStore _configurations = new();
    private readonly Mock<ISyncOrchestrator> _orchestrator = new();
    private readonly List<DateTimeOffset> _runs = [];

    [Fact]
    public async Task WorkAsync_parked_run_goes_on_at_the_reset_and_not_at_the_next_interval()
    {
        await WorkAsync(() => Result(SyncOutcome.Parked, Build.Now.AddMinutes(4)), TimeSpan.FromMinutes(14));

        Assert.Equal([Build.Now, Build.Now.AddMinutes(4).AddSeconds(1)], _runs.Take(2));
    }

    [Fact]
    public async Task WorkAsync_day_limit_is_not_slept_on_but_asked_again_at_each_interval()
    {
        await WorkAsync(() => Result(SyncOutcome.Parked, Build.Now.AddHours(9)), TimeSpan.FromMinutes(31));

        Assert.Equal([Build.Now, Build.Now.AddMinutes(15), Build.Now.AddMinutes(30)], _runs);
    }

    [Fact]
    public async Task WorkAsync_parked_until_an_instant_that_has_passed_does_not_spin()
    {
        await WorkAsync(() => Result(SyncOutcome.Parked, Build.Now), TimeSpan.FromSeconds(10));

        Assert.InRange(_runs.Count, 2, 11);
    }

    [Fact]
    public async Task WorkAsync_run_that_throws_is_tried_again_at_the_next_interval()
    {
        await WorkAsync(() => throw new InvalidOperationException("Kompass is away."), TimeSpan.FromMinutes(16));

        Assert.Equal([Build.Now, Build.Now.AddMinutes(15)], _runs);
    }

    private static SyncResult Result(SyncOutcome outcome, DateTimeOffset? retryAt) =>
        new() { RunId = new(default), Outcome = outcome, Counts = new(), Holds = [], RetryAt = retryAt };

    private async Task WorkAsync(Func<SyncResult> result, TimeSpan time)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        await _configurations.SaveAsync(Build.Configuration() with { IsEnabled = true }, default);
        _orchestrator
            .Setup(orchestrator => orchestrator.RunAsync(It.IsAny<ConfigurationId>(), null, It.IsAny<CancellationToken>()))
            .Returns(() =>
            {
                _runs.Add(_clock.GetUtcNow());
                try
                {
                    return Task.FromResult(result());
                }
                catch (InvalidOperationException exception)
                {
                    return Task.FromException<SyncResult>(exception);
                }
            });
        using var worker = new SyncWorker(
            _configurations, _orchestrator.Object, Mock.Of<IConnectionUpkeep>(), Options.Create(new WorkerOptions()), _clock, NullLogger<SyncWorker>.Instance);
        using var stop = new CancellationTokenSource();
        var work = worker.WorkAsync(stop.Token);
        for (var end = _clock.GetUtcNow() + time; _clock.GetUtcNow() < end;)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }
}
