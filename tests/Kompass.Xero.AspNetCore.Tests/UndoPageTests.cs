using System.Text.RegularExpressions;
using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Takes back a real run in the emulated Xero, through the pages.</summary>
public sealed class UndoPageTests : IAsyncLifetime
{
    private const string Hostile = "I<b>1</b>";

    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;
    private RunId _run;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
        _connected = await _site.ConnectAsync(_browser);
        _site.Kompass.Clients.RemoveRange(1, 2);
        _site.Kompass.Clients[0] = _site.Kompass.Clients[0] with { Name = "Newcomer Ltd" };
        _site.Kompass.Invoices.AddRange([Samples.Invoice("1", Hostile), Samples.Invoice("2", "I2")]);
        await Samples.EnableAsync(_site, _connected);
        var result = await _site.Get<ISyncOrchestrator>().RunAsync(_connected.Id, null, default);
        Assert.True(result is { Outcome: SyncOutcome.Completed, Counts.InvoicesCreated: 2 }, $"{result.Message} {string.Join(' ', result.Holds)}");
        _run = result.RunId;
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Undo_is_shown_first_and_applied_once_in_the_users_name()
    {
        var runs = await _browser.GetAsync("/runs");
        Assert.Contains($"/runs/{_run}/undo?configuration={_connected.Id}", runs.Html, StringComparison.Ordinal);
        var asked = await _browser.GetAsync(Address);
        Assert.Contains("Nothing is written while it is read", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"confirm\"", asked.Html, StringComparison.Ordinal);
        var shown = await ShowAsync();
        Assert.Contains("Can be voided", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Only a person can take it back", shown.Text, StringComparison.Ordinal);
        Assert.Contains("2 documents are voided in Xero", shown.Text, StringComparison.Ordinal);
        Assert.Empty(Voided);

        var answer = await ApproveAsync(shown);
        Assert.Equal(302, answer.Status);
        Assert.Contains("The undo has begun", (await _browser.FollowAsync(answer)).Text, StringComparison.Ordinal);
        await FinishAsync();
        Assert.Equal(["I2", Hostile], Voided);
        Assert.Contains("Completed: 2 documents voided of 2 approved.", (await _browser.GetAsync("/runs")).Text, StringComparison.Ordinal);
        var entry = Assert.Single(await _site.Get<IAuditTrail>().ReadAsync(new(), default), entry => entry.Action == AuditAction.Undo);
        Assert.Equal("admin", entry.Actor);

        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await ApproveAsync(shown);
        Assert.Equal(422, again.Status);
        Assert.Contains("what was shown is not kept any more", again.Text, StringComparison.Ordinal);
        var anew = await ShowAsync();
        Assert.Contains("It was undone by admin already", anew.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"confirm\"", anew.Html, StringComparison.Ordinal);
        Assert.Single(await _site.Get<IAuditTrail>().ReadAsync(new(), default), known => known.Action == AuditAction.Undo);
    }

    [Fact]
    public async Task Undo_without_the_tick_or_of_another_plan_is_shown_again()
    {
        var shown = await ShowAsync();
        var unticked = await _browser.PostAsync(Path, ("__RequestVerificationToken", Browser.Token(shown.Html)), ("configuration", _connected.Id.ToString()), ("seal", Seal(shown)));
        Assert.Equal(422, unticked.Status);
        Assert.Contains("Tick that you approve the plan", unticked.Text, StringComparison.Ordinal);

        var invoice = Books.Invoices.Single(known => known.Number == "I2");
        _site.Xero.Control.PayInvoice(_site.Xero.Control.TenantId, invoice.Id, 20, new(2026, 6, 1));
        Assert.Equal(302, (await ApproveAsync(shown)).Status);
        Assert.Equal(JobState.Failed, await FinishAsync());
        Assert.Contains("something has changed since the plan was shown", (await _browser.GetAsync("/runs")).Text, StringComparison.Ordinal);
        var changed = await _browser.GetAsync(Address);
        Assert.Contains("Needs a credit note", changed.Text, StringComparison.Ordinal);
        Assert.Contains("1 document is voided in Xero", changed.Text, StringComparison.Ordinal);
        Assert.Empty(Voided);
        var stale = await ApproveAsync(shown);
        Assert.Equal(422, stale.Status);
        Assert.Contains("something has changed since the plan was shown", stale.Text, StringComparison.Ordinal);

        Assert.Equal(302, (await ApproveAsync(changed)).Status);
        await FinishAsync();
        Assert.Equal([Hostile], Voided);
    }

    [Fact]
    public async Task Undo_that_is_refused_says_why()
    {
        Assert.Contains("wrote nothing into", (await ShowAsync(new(Guid.Empty))).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await _browser.GetAsync($"/runs/{_run}/undo?configuration={Guid.Empty}")).Status);
    }

    [Fact]
    public async Task Pages_write_a_hostile_number_as_text()
    {
        var plan = await ShowAsync();
        Assert.Contains(Hostile, plan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>1", plan.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_beyond_the_first_few_are_shown_page_by_page()
    {
        await ShowAsync();
        var shelf = _site.Get<UndoShelf>();
        var plan = shelf.Get(_connected, _run)!;
        var step = plan.Steps.First(step => step.Remedy == UndoRemedy.Void);
        shelf.Put(plan with { Steps = [.. Enumerable.Range(0, 120).Select(number => step with { Title = $"INV-{number:D3}." })] });

        var page = await _browser.GetAsync(Address);
        Assert.Contains("INV-019.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-020.", page.Text, StringComparison.Ordinal);
        Assert.Contains("and 100 more", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{Address}&show=Void", page.Text, StringComparison.Ordinal);
        var last = await _browser.GetAsync($"{Address}&show=Void&page=3");
        Assert.Contains("INV-119.", last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-099.", last.Text, StringComparison.Ordinal);
        Assert.Contains("120 documents are voided", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_show_the_tie_out_equal_or_its_differences()
    {
        Assert.Contains("<span class=\"badge good\">Equal</span>", (await _browser.GetAsync("/runs")).Html, StringComparison.Ordinal);

        var journal = _site.Get<ISyncJournal>();
        var run = Assert.Single(await journal.GetRunsAsync(_connected.Id, 9, default));
        await journal.SaveRunAsync(
            run with
            {
                TieOut = run.TieOut! with { Differences = [new(new(RecordKind.Invoice, "1"), Hostile, 24, 12.5m, "Somebody edited it.")], DifferenceCount = 3 },
            },
            default);
        var page = await _browser.GetAsync("/runs");
        Assert.Contains("3 differences", page.Text, StringComparison.Ordinal);
        Assert.Contains("sent 24.00, in Xero 12.50. Somebody edited it.", page.Text, StringComparison.Ordinal);
        Assert.Contains("and 2 more", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>1", page.Html, StringComparison.Ordinal);

        await journal.SaveRunAsync(run with { Id = new(Guid.CreateVersion7()), StartedAt = run.StartedAt.AddMinutes(1) }, default);
        var later = await _browser.GetAsync("/runs");
        Assert.DoesNotContain("Somebody edited it.", later.Text, StringComparison.Ordinal);
        Assert.Contains($"&run={run.Id}#run", later.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody edited it.", (await _browser.GetAsync($"/runs?configuration={_connected.Id}&run={run.Id}")).Text, StringComparison.Ordinal);
    }

    private string Path => $"/runs/{_run}/undo";

    private string Address => $"{Path}?configuration={_connected.Id}";

    private BooksSnapshot Books => _site.Xero.Control.Books(_site.Xero.Control.TenantId);

    private string[] Voided => [.. Books.Invoices.Where(invoice => invoice is { Status: "VOIDED", Number: Hostile or "I2" }).Select(invoice => invoice.Number!).Order(StringComparer.Ordinal)];

    private static string Seal(Answer page) => Regex.Match(page.Html, "name=\"seal\" value=\"([^\"]+)\"").Groups[1].Value;

    private Task<Answer> ApproveAsync(Answer page) => _browser.PostAsync(
        Path,
        ("__RequestVerificationToken", Browser.Token(page.Html)),
        ("configuration", _connected.Id.ToString()),
        ("seal", Seal(page)),
        ("confirm", "true"));

    /// <summary>Has it read what undoing a run would do, and looks at it.</summary>
    private async Task<Answer> ShowAsync(RunId? run = null)
    {
        var address = $"/runs/{run ?? _run}/undo?configuration={_connected.Id}";
        var answer = await _browser.SubmitAsync(address, $"/runs/{run ?? _run}/undo/plan", ("configuration", _connected.Id.ToString()));
        Assert.Equal(302, answer.Status);
        await _site.EndOfAsync(_connected.Id, JobKind.UndoPlan);
        return await _browser.GetAsync(address);
    }

    private Task<JobState> FinishAsync() => _site.EndOfAsync(_connected.Id, JobKind.Undo);
}
