using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Xero.AspNetCore.Tests;

public sealed class HomePageTests : IAsyncLifetime
{
    private AdminSite _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Home_says_how_the_configuration_stands()
    {
        var connected = await EnableAsync(await _site.ConnectAsync(_browser));
        await _site.Get<ISyncJournal>().SaveRunAsync(Run(connected, new(2026, 6, 1, 7, 0, 0, TimeSpan.Zero), isEqual: true), default);
        await _site.Get<ISyncJournal>().SaveRunAsync(Run(connected, new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero), isEqual: false), default);
        await HoldAsync(connected, ("1", 10.50m), ("2", 1000m));

        var page = await HomeAsync(connected);

        Assert.Contains("<h1>North Ltd</h1>", page.Html, StringComparison.Ordinal);
        Assert.Contains(_site.Xero.Control.Organisations[0].Name, page.Text, StringComparison.Ordinal);
        Assert.Contains("2 records, 1,010.50", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 records are held and wait for somebody.", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 Jun 2026 08:01 UTC+1", page.Text, StringComparison.Ordinal);
        Assert.Contains("When the host asks for it, or somebody clicks Sync now", page.Text, StringComparison.Ordinal);
        Assert.Contains("What Pause, Enable and Disconnect each do", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_of_a_host_with_a_worker_says_when_the_next_run_is()
    {
        await using var site = await AdminSite.StartAsync(replace: services => services.AddSingleton<IRunTimes>(new HourlyRuns()));
        using var browser = site.Browser();
        var connected = await site.ConnectAsync(browser);
        await site.Get<IConfigurationStore>().SaveAsync(connected with { IsEnabled = true }, default);

        var page = await browser.GetAsync($"/configurations/{connected.Id}/home");

        Assert.Contains("1 Jun 2026 11:00 UTC+1, then every hour", page.Text, StringComparison.Ordinal);
        Assert.Contains("As the host sets it: every 2 hours", (await browser.GetAsync($"/configurations/{connected.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pause_stops_the_sync_and_resume_lets_it_go_on_in_the_users_name()
    {
        var connected = await EnableAsync(await _site.ConnectAsync(_browser));
        var address = $"/configurations/{connected.Id}";

        var paused = await _browser.FollowAsync(await _browser.SubmitAsync(address + "/home", address + "/pause"));
        Assert.Contains("The sync is paused", paused.Text, StringComparison.Ordinal);
        Assert.Contains("resume it below", (await HomeAsync(connected)).Text, StringComparison.Ordinal);
        Assert.True((await ReadAsync(connected)).IsPaused);
        var refused = await _browser.FollowAsync(await _browser.SubmitAsync(address + "/home", address + "/sync"));
        Assert.Contains("paused, so nothing is sent", refused.Text, StringComparison.Ordinal);

        var resumed = await _browser.FollowAsync(await _browser.SubmitAsync(address + "/home", address + "/resume"));
        Assert.Contains("The sync is resumed", resumed.Text, StringComparison.Ordinal);
        Assert.False((await ReadAsync(connected)).IsPaused);
        var trail = await _site.Get<IAuditTrail>().ReadAsync(new(), default);
        Assert.Equal(2, trail.Count(entry => entry.Actor == "admin" && entry.After?.Contains("Paused", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Schedule_is_saved_shown_again_and_refused_where_it_is_none()
    {
        var added = await _site.AddConfigurationAsync(_browser);
        var address = $"/configurations/{added.Id}";

        await _browser.SubmitAsync(address, address, ("version", $"{added.Version}"), ("organisation", "N"), ("interval", "240"));
        Assert.Equal(TimeSpan.FromHours(4), (await ReadAsync(added)).Interval);
        Assert.Contains("<option value=\"240\" selected", (await _browser.GetAsync(address)).Html, StringComparison.Ordinal);

        var version = (await ReadAsync(added)).Version;
        var wrong = await _browser.SubmitAsync(address, address, ("version", $"{version}"), ("organisation", "N"), ("interval", "often"));
        Assert.Equal(422, wrong.Status);
        Assert.Contains("This is not a schedule", wrong.Text, StringComparison.Ordinal);
        var tooOften = await _browser.SubmitAsync(address, address, ("version", $"{version}"), ("organisation", "N"), ("interval", "0.5"));
        Assert.Contains("Choose 1 minute at least", tooOften.Text, StringComparison.Ordinal);

        await _browser.SubmitAsync(address, address, ("version", $"{version}"), ("organisation", "N"), ("interval", ""));
        Assert.Null((await ReadAsync(added)).Interval);
    }

    [Fact]
    public async Task Home_of_a_configuration_that_is_not_connected_says_how_to_connect_it()
    {
        var added = await _site.AddConfigurationAsync(_browser);

        Assert.Contains("choose Authorize with Xero and click Go", (await HomeAsync(added)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_opens_while_Xero_does_not_answer()
    {
        var connected = await _site.ConnectAsync(_browser);
        _site.Xero.Control.Disconnect(_site.Xero.Control.TenantId);

        Assert.Equal(200, (await HomeAsync(connected)).Status);
    }

    private static SyncRun Run(SyncConfiguration of, DateTimeOffset at, bool isEqual) => new()
    {
        Id = new(Guid.NewGuid()),
        ConfigurationId = of.Id,
        RemoteOrganisationId = of.Connection!.OrganisationId,
        StartedAt = at,
        FinishedAt = at.AddMinutes(1),
        Outcome = SyncOutcome.Completed,
        TieOut = new() { Lines = [], DifferenceCount = isEqual ? 0 : 1 },
    };

    private Task<Answer> HomeAsync(SyncConfiguration configuration) => _browser.GetAsync($"/configurations/{configuration.Id}/home");

    private async Task<SyncConfiguration> ReadAsync(SyncConfiguration configuration) =>
        (await _site.Get<IConfigurationStore>().GetAsync(configuration.Id, default))!;

    private Task<SyncConfiguration> EnableAsync(SyncConfiguration configuration) => _site.Get<IConfigurationStore>().SaveAsync(
        configuration with { IsEnabled = true, DefaultAccountId = "any", Modules = SyncModules.Clients }, default);

    private async Task HoldAsync(SyncConfiguration configuration, params (string Id, decimal Amount)[] holds)
    {
        var journal = _site.Get<ISyncJournal>();
        var lease = (await journal.TryAcquireAsync(configuration.Connection!.OrganisationId, "test", TimeSpan.FromMinutes(1), default))!;
        await journal.RecordAsync(lease, new() { Holds = [.. holds.Select(hold => Hold(hold.Id, hold.Amount))] }, default);
    }

    private static Hold Hold(string id, decimal amount) => new()
    {
        Record = new(RecordKind.Invoice, id),
        Reason = HoldReason.PeriodLocked,
        Detail = "Locked.",
        Remedy = "Unlock.",
        Title = $"INV-{id}",
        Amount = amount,
        Since = DateTimeOffset.UnixEpoch,
    };

    private sealed class HourlyRuns : IRunTimes
    {
        public TimeSpan Interval => TimeSpan.FromHours(2);

        public TimeSpan IntervalOf(SyncConfiguration configuration) => TimeSpan.FromHours(1);

        public DateTimeOffset? NextOf(SyncConfiguration configuration, SyncRun? last) => new(2026, 6, 1, 10, 0, 0, TimeSpan.Zero);
    }
}
