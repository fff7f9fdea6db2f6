using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace Kompass.Accounting.Tests;

/// <summary>Connections are looked after whether anything runs or not.</summary>
public sealed class ConnectionUpkeepTests
{
    private readonly Rig _rig = new();
    private readonly Mock<IConnectionCare> _care = new();
    private readonly Mock<INotifier> _notifier = new();

    [Fact]
    public async Task RunAsync_disabled_and_paused_configurations_are_kept_alive_too()
    {
        await SaveAsync(configuration => configuration with { IsEnabled = false, IsPaused = true });

        await Upkeep().RunAsync(default);

        _care.Verify(care => care.KeepAliveAsync(It.IsAny<RemoteConnection>(), It.IsAny<CancellationToken>()), Times.Once);
        _care.Verify(care => care.CleanAsync(It.IsAny<CancellationToken>()), Times.Once);
    }

    [Theory]
    [InlineData(RemoteFault.ReconnectRequired, true)]
    [InlineData(RemoteFault.Disconnected, true)]
    [InlineData(RemoteFault.Unavailable, false)]
    [InlineData(RemoteFault.Configuration, false)]
    [InlineData(RemoteFault.LimitReached, false)]
    public async Task RunAsync_only_what_a_person_can_mend_is_noted_and_told_once(RemoteFault fault, bool isNoted)
    {
        await SaveAsync(configuration => configuration with { NotificationRecipients = ["books@acme.test"] });
        _care.Setup(care => care.KeepAliveAsync(It.IsAny<RemoteConnection>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new RemoteLedgerException(fault, "It is over."));

        for (var round = 0; round < 3; round++)
        {
            await Upkeep().RunAsync(default);
        }

        Assert.Equal(isNoted ? "It is over." : null, (await StoredAsync()).Connection!.Loss?.Message);
        _notifier.Verify(
            notifier => notifier.NotifyAsync(It.IsAny<IReadOnlyCollection<string>>(), It.IsAny<Notification>(), It.IsAny<CancellationToken>()),
            Times.Exactly(isNoted ? 1 : 0));
    }

    [Fact]
    public async Task Worker_looks_after_connections_although_no_configuration_is_enabled()
    {
        await SaveAsync(configuration => configuration with { IsEnabled = false });
        var called = new TaskCompletionSource();
        _care.Setup(care => care.CleanAsync(It.IsAny<CancellationToken>())).Callback(called.SetResult).Returns(Task.CompletedTask);
        var options = Options.Create(new WorkerOptions());
        var inbox = new InMemoryRemoteChangeInbox();
        using var worker = new SyncWorker(
            _rig.Configurations,
            new(Mock.Of<ISyncOrchestrator>(), Mock.Of<ISyncJournal>(), new(inbox), options, _rig.Clock, NullLogger<ConfigurationRuns>.Instance),
            new(Mock.Of<ISyncJournal>(), NullLogger<AbandonedRuns>.Instance),
            new(_rig.Clock, NullLogger<DatabaseOutage>.Instance),
            Upkeep(),
            Mock.Of<IJournalUpkeep>(),
            new(inbox, new(_rig.Mappings, _rig.Mirror), options, _rig.Clock, NullLogger<ChangeWatch>.Instance),
            new(),
            _rig.Entropy,
            options,
            _rig.Clock,
            NullLogger<SyncWorker>.Instance);

        await worker.StartAsync(default);
        await called.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await worker.StopAsync(default);
    }

    private ConnectionUpkeep Upkeep() => new(
        [_care.Object],
        _rig.Configurations,
        new(_rig.Configurations, new([_notifier.Object], NullLogger<PeopleTeller>.Instance), Build.Provider, _rig.Clock, NullLogger<ConnectionWatch>.Instance),
        NullLogger<ConnectionUpkeep>.Instance);

    private async Task SaveAsync(Func<SyncConfiguration, SyncConfiguration> change) =>
        await _rig.Configurations.SaveAsync(change(await StoredAsync()), default);

    private async Task<SyncConfiguration> StoredAsync() => (await _rig.Configurations.GetAsync(_rig.Configuration.Id, default))!;
}
