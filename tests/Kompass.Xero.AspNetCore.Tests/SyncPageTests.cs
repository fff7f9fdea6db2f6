using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;

namespace Kompass.Xero.AspNetCore.Tests;

public sealed class SyncPageTests
{
    [Fact]
    public async Task Records_groups_what_is_held_by_cause_with_the_remedy()
    {
        var journal = new Mock<ISyncJournal>();
        journal.Setup(port => port.GetHoldsAsync(It.IsAny<RemoteOrganisationId>(), It.IsAny<CancellationToken>())).ReturnsAsync(
            [Hold("1", HoldReason.UnmappedVatRate, 120m), Hold("2", HoldReason.UnmappedVatRate, 30.5m), Hold("3", HoldReason.PeriodLocked, 10m)]);
        journal.Setup(port => port.GetSkipsAsync(It.IsAny<RemoteOrganisationId>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        await using var site = await AdminSite.StartAsync(replace: services => services.Replace(ServiceDescriptor.Singleton(journal.Object)));
        using var browser = site.Browser();
        await site.ConnectAsync(browser);
        var page = await browser.GetAsync("/records");
        Assert.Contains("3 records are held, with 160.50 in all", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Html.Split("<section").Length - 1);
        Assert.Contains("Unmapped VAT rate", page.Text, StringComparison.Ordinal);
        Assert.Contains("Remedy for UnmappedVatRate", page.Text, StringComparison.Ordinal);
        Assert.Contains("INV-2", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SyncNow_runs_in_the_background_and_its_result_is_shown()
    {
        var done = new TaskCompletionSource<SyncResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var orchestrator = new Mock<ISyncOrchestrator>();
        orchestrator.Setup(port => port.RunAsync(It.IsAny<ConfigurationId>(), It.IsAny<IProgress<SyncProgress>?>(), It.IsAny<CancellationToken>())).Returns(done.Task);
        await using var site = await AdminSite.StartAsync(replace: services => services.Replace(ServiceDescriptor.Singleton(orchestrator.Object)));
        using var browser = site.Browser();
        var connected = await site.ConnectAsync(browser);
        await site.Get<IConfigurationStore>().SaveAsync(connected with { IsEnabled = true }, default);

        var asked = await browser.SubmitAsync("/configurations", $"/configurations/{connected.Id}/sync");
        Assert.Contains("The sync has begun", (await browser.FollowAsync(asked)).Text, StringComparison.Ordinal);
        var twice = await browser.SubmitAsync("/configurations", $"/configurations/{connected.Id}/sync");
        Assert.Contains("under way already", (await browser.FollowAsync(twice)).Text, StringComparison.Ordinal);

        done.SetResult(new() { RunId = new(Guid.NewGuid()), Outcome = SyncOutcome.Completed, Counts = new() { ContactsCreated = 2 }, Holds = [] });
        Assert.Equal(JobState.Done, await site.EndOfAsync(connected.Id, JobKind.Sync));

        Assert.Contains("Completed: 2 changes made in Xero, 0 records held.", (await browser.GetAsync($"/configurations/{connected.Id}/home")).Text, StringComparison.Ordinal);
        orchestrator.Verify(port => port.RunAsync(connected.Id, It.IsAny<IProgress<SyncProgress>?>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Job_that_fails_is_shown_and_the_next_one_runs()
    {
        var orchestrator = new Mock<ISyncOrchestrator>();
        orchestrator.Setup(port => port.RunAsync(It.IsAny<ConfigurationId>(), It.IsAny<IProgress<SyncProgress>?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("secret detail"));
        await using var site = await AdminSite.StartAsync(replace: services => services.Replace(ServiceDescriptor.Singleton(orchestrator.Object)));
        var queue = site.Get<JobQueue>();
        var user = new AdminUser("admin", null);
        foreach (var id in new[] { new ConfigurationId(Guid.NewGuid()), new ConfigurationId(Guid.NewGuid()) })
        {
            Assert.True(queue.Enqueue(new(JobKind.Sync, id, user)));
            Assert.Equal(JobState.Failed, await site.EndOfAsync(id, JobKind.Sync));
            Assert.DoesNotContain("secret detail", queue.StatusOf(id, JobKind.Sync)!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Article", "1.2")]
    [Trait("Article", "1.3")]
    [Trait("Security", "authorisation")]
    public async Task Menu_shows_the_group_to_those_who_may_see_it_only()
    {
        await using var site = await AdminSite.StartAsync();
        var menu = site.Get<IKompassXeroMenu>();
        Assert.Null(await menu.GetAsync(new(), default));
        var user = new System.Security.Claims.ClaimsPrincipal(
            new System.Security.Claims.ClaimsIdentity([new("role", "administrator"), new("permission", "xero")], "test"));
        var group = await menu.GetAsync(user, default);
        Assert.Equal("Xero", group!.Title);
        Assert.Equal(
            ["Configurations", "Contacts", "Items", "Accounts", "Tax rates", "Reconciliations", "Plan", "Runs", "Records", "Audit trail"],
            group.Links.Select(link => link.Title));
        Assert.All(group.Links, link => Assert.StartsWith("/admin/xero/", link.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_is_shown_once_and_not_from_a_forged_or_old_cookie()
    {
        await using var site = await AdminSite.StartAsync();
        using var browser = site.Browser();
        browser.Headers["Cookie"] = "kompass-xero-message=forged";
        Assert.DoesNotContain("class=\"message", (await browser.GetAsync("/configurations")).Html, StringComparison.Ordinal);
        browser.Headers.Clear();

        await site.AddConfigurationAsync(browser);
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.DoesNotContain("The configuration was added", (await browser.GetAsync("/configurations")).Html, StringComparison.Ordinal);
    }

    private static Hold Hold(string id, HoldReason reason, decimal amount) => new()
    {
        Record = new(RecordKind.Invoice, id),
        Reason = reason,
        Detail = $"Detail of {id}",
        Remedy = $"Remedy for {reason}",
        Title = $"INV-{id}",
        Amount = amount,
        Since = DateTimeOffset.UnixEpoch,
    };
}
