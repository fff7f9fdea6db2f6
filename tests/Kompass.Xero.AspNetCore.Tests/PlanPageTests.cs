using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;

namespace Kompass.Xero.AspNetCore.Tests;

public sealed class PlanPageTests : IAsyncLifetime
{
    private readonly Mock<ISyncOrchestrator> _orchestrator = new();
    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;
    private SyncPlan _plan = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(replace: services => services.Replace(ServiceDescriptor.Singleton(_orchestrator.Object)));
        _browser = _site.Browser();
        _connected = await _site.ConnectAsync(_browser);
        _connected = await _site.Get<IConfigurationStore>().SaveAsync(_connected with { IsEnabled = true }, default);
        _plan = Plan(_connected, _site.Clock.GetUtcNow());
        _orchestrator.Setup(port => port.PlanAsync(_connected.Id, It.IsAny<IProgress<SyncProgress>?>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => _plan);
        _orchestrator.Setup(port => port.ApplyAsync(It.IsAny<SyncPlan>(), It.IsAny<IProgress<SyncProgress>?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SyncResult { RunId = new(Guid.NewGuid()), Outcome = SyncOutcome.Completed, Counts = new() { InvoicesCreated = 2 }, Holds = [] });
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Plan_shows_changes_money_and_calls_and_writes_nothing()
    {
        Assert.Contains("Click <strong>Plan now", (await ShowAsync()).Html, StringComparison.Ordinal);
        var page = await MakeAsync();

        Assert.Contains("2 changes planned, 1 record held. Nothing was written.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Invoices created", page.Text, StringComparison.Ordinal);
        Assert.Contains("<td class=\"amount\">150.00</td>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"amount\">180.00</td>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<dt>Calls of Xero</dt><dd>7</dd>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<dt>Held</dt><dd>1, 12.50</dd>", page.Html, StringComparison.Ordinal);
        Assert.Contains("account default", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sales, OUTPUT2, November 2026: debit 0.00, credit 150.00 GBP", page.Text, StringComparison.Ordinal);
        Assert.Contains("<b>Ada</b> Ltd: debit 180.00", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Ada", page.Html, StringComparison.Ordinal);
        _orchestrator.Verify(port => port.ApplyAsync(It.IsAny<SyncPlan>(), It.IsAny<IProgress<SyncProgress>?>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Group_lists_its_records()
    {
        await MakeAsync();
        var page = await _browser.GetAsync($"/plan?configuration={_connected.Id}&show=invoices-created");

        Assert.Contains("INV-1", page.Text, StringComparison.Ordinal);
        Assert.Contains("60.00 GBP", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_applies_exactly_the_plan_that_was_shown_and_once()
    {
        await MakeAsync();
        var sent = await SendAsync(_plan.Id.ToString());
        Assert.Contains("The plan is being sent", sent.Text, StringComparison.Ordinal);
        Assert.Equal(JobState.Done, await _site.EndOfAsync(_connected.Id, JobKind.Sync));

        Assert.Contains("Nothing was sent: another plan was made since", (await SendAsync(_plan.Id.ToString())).Text, StringComparison.Ordinal);
        _orchestrator.Verify(port => port.ApplyAsync(_plan, It.IsAny<IProgress<SyncProgress>?>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Send_of_another_plan_of_an_old_one_or_while_paused_sends_nothing()
    {
        await MakeAsync();
        Assert.Contains("Nothing was sent", (await SendAsync(Guid.NewGuid().ToString())).Text, StringComparison.Ordinal);

        await _site.Get<IConfigurationStore>().SaveAsync(_connected with { IsPaused = true }, default);
        Assert.Contains("the sync is paused", (await SendAsync(_plan.Id.ToString())).Text, StringComparison.Ordinal);

        _site.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Contains("older than half an hour", (await SendAsync(_plan.Id.ToString())).Text, StringComparison.Ordinal);
        _orchestrator.Verify(port => port.ApplyAsync(It.IsAny<SyncPlan>(), It.IsAny<IProgress<SyncProgress>?>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Plan_that_fails_says_why()
    {
        _orchestrator.Setup(port => port.PlanAsync(_connected.Id, It.IsAny<IProgress<SyncProgress>?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ConfigurationException(new ConfigurationProblem("Modules", "No module is selected.")));

        var page = await MakeAsync(JobState.Failed);

        Assert.Contains("No module is selected.", page.Text, StringComparison.Ordinal);
    }

    private static SyncPlan Plan(SyncConfiguration of, DateTimeOffset at)
    {
        var posting = new PlannedPosting { Account = "Sales", TaxType = "OUTPUT2", Month = new(2026, 11, 1), ClientId = new("C-1"), Contact = "<b>Ada</b> Ltd", Currency = new("GBP"), Credit = 150m };
        return new()
        {
            Id = new(Guid.NewGuid()),
            ConfigurationId = of.Id,
            Connection = of.Connection!,
            CreatedAt = at,
            Operations = [Create("1", 50m), Create("2", 100m)],
            Holds = [new() { Record = new(RecordKind.Invoice, "3"), Reason = HoldReason.PeriodLocked, Detail = "", Remedy = "", Title = "INV-3", Amount = 12.5m, Since = at }],
            Skipped = [],
            Unchanged = 5,
            AccountTotals = [new("200 Sales", 0, 150m, true, new("GBP"))],
            Postings = [posting, posting with { Account = "Receivables", TaxType = null, Debit = 180m, Credit = 0 }],
            EstimatedCalls = 7,
        };
    }

    private static CreateDocument Create(string id, decimal net)
    {
        var invoice = new Invoice
        {
            Id = new(id),
            OrganisationId = SamplePorts.North,
            Reference = $"INV-{id}",
            ClientId = new ClientId("C-1"),
            Date = new(2026, 11, 1),
            Currency = new("GBP"),
            Net = net,
            Vat = net / 5,
            Status = InvoiceStatus.Approved,
            Synchronize = true,
            Allocations = [],
        };
        var content = new DocumentContent
        {
            Kind = DocumentKind.Invoice,
            Date = invoice.Date,
            Currency = invoice.Currency,
            LineAmountTypes = LineAmountTypes.Exclusive,
            Status = DocumentStatus.Approved,
            Lines = [],
        };
        return new(invoice, content, new(net, net / 5), "hash");
    }

    private Task<Answer> ShowAsync() => _browser.GetAsync($"/plan?configuration={_connected.Id}");

    private async Task<Answer> MakeAsync(JobState end = JobState.Done)
    {
        await _browser.SubmitAsync("/plan", "/plan", ("configuration", _connected.Id.ToString()));
        Assert.Equal(end, await _site.EndOfAsync(_connected.Id, JobKind.Plan));
        return await ShowAsync();
    }

    private async Task<Answer> SendAsync(string plan) =>
        await _browser.FollowAsync(await _browser.SubmitAsync("/plan", "/plan/apply", ("configuration", _connected.Id.ToString()), ("plan", plan)));
}
