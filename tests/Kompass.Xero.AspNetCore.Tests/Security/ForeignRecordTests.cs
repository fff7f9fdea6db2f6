using System.Globalization;
using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>
/// Whatever endpoint is asked in the name of one configuration, the records of another one are neither shown nor changed. Every endpoint of
/// the route table is asked, so that a new one cannot escape.
/// </summary>
[Trait("Security", "authorisation")]
public sealed class ForeignRecordTests : IAsyncLifetime
{
    private const string Secret = "Newcomer";

    /// <summary>A report is downloaded in the name of its own configuration: there is no other one to name.</summary>
    private const string NoReport = "00000000-0000-0000-0000-000000000000";

    private static readonly string[] Decisions = ["link", "choose", "create", "ignore", "back"];
    private static readonly string[] Repairs = ["Retry", "Skip", "Unskip", "Release", "Unlink", "Relink"];

    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _mine = null!;
    private SyncConfiguration _theirs = null!;
    private RunId _run;
    private ReconciliationId _report;
    private string _contact = "";
    private string _own = "";
    private string _upload = "";

    private RemoteOrganisationId Theirs => _theirs.Connection!.OrganisationId;

    private BooksSnapshot Books => _site.Xero.Control.Books(Guid.Parse(Theirs.Value));

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
        _theirs = await _site.ConnectAsync(_browser);
        _site.Kompass.Clients[0] = _site.Kompass.Clients[0] with { Name = $"{Secret} Ltd" };
        _report = (await _site.CompareAsync(_browser, _theirs)).Report.Id;
        await SendAsync();
        _mine = await _site.AddConfigurationAsync(_browser, SamplePorts.South);
        var second = _site.Xero.Control.Organisations[1].Id;
        await _browser.GetAsync(_site.Xero.Control.Authorize(await AdminSite.BeginAsync(_browser, _mine), second).PathAndQuery);
        _mine = (await _site.Get<IConfigurationStore>().GetAsync(_mine.Id, default))!;
        Assert.Equal(second.ToString(), _mine.Connection!.OrganisationId.Value);
        _own = _site.Xero.Control.AddContact(second, "Own Contact Ltd").ToString();
        _upload = _site.Get<UploadShelf>().Put(
            new([1], $"{Secret}.csv", new() { IsDryRun = true, Rows = 0, Links = [], AlreadyLinked = 0, Decisions = [], Errors = [], Warnings = [] }), _theirs.Id, "admin");
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Pages_of_one_configuration_show_nothing_of_another_ones()
    {
        Assert.Contains(Secret, (await _browser.GetAsync($"/records?configuration={_theirs.Id}&find=C-1")).Text, StringComparison.Ordinal);
        foreach (var path in Paths("GET", _mine.Id))
        {
            var answer = await _browser.GetAsync(
                $"{path}?configuration={_mine.Id}&client=C-1&find=C-1&q=C-1&record=C-1&kind=clients&show=invoices-created&run={_run}&report={_report}&number=1&key={_upload}");
            Assert.True(answer.Status < 500, $"GET {path} answered {answer.Status}");
            Assert.DoesNotContain(Secret, answer.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(_contact, answer.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Changes_in_the_name_of_one_configuration_never_touch_another_ones_records()
    {
        var before = await StateAsync();
        foreach (var path in Paths("POST", _mine.Id).OrderBy(path => path.EndsWith("/disconnect", StringComparison.Ordinal)))
        {
            Assert.NotNull((await _site.Get<IConfigurationStore>().GetAsync(_mine.Id, default))!.Connection);
            foreach (var (action, contact) in from action in ActionsOf(path) from contact in new[] { _contact, _own } select (action, contact))
            {
                var answer = await PostAsync(path, [("configuration", _mine.Id.ToString()), ("selected", _mine.Id.ToString()), ("action", action), ("step", action), .. Records(contact)]);
                Assert.True(answer.Status < 500, $"POST {path} answered {answer.Status}");
                Assert.DoesNotContain(Secret, answer.Text, StringComparison.OrdinalIgnoreCase);
                Assert.True(before == await StateAsync(), $"POST {path} ({action}) changed what it must not reach.");
            }
        }

        Assert.NotNull(_site.Get<UploadShelf>().Take(_upload, _theirs.Id, "admin"));
        Assert.Empty(await _site.Get<IMappingStore>().GetContactLinksAsync(_mine.Connection!.OrganisationId, default));
        Assert.Empty(await _site.Get<IMappingStore>().GetMappingsAsync(_mine.Connection!.OrganisationId, default));
    }

    [Fact]
    public async Task Configuration_that_does_not_exist_is_refused_by_every_endpoint()
    {
        var (before, unknown) = (await StateAsync(), new ConfigurationId(Guid.Parse("77777777-7777-7777-7777-777777777777")));
        foreach (var path in Paths("GET", unknown))
        {
            var answer = await _browser.GetAsync($"{path}?configuration={unknown}&client=C-1&find=C-1&record=C-1");
            Assert.True(answer.Status < 500, $"GET {path} answered {answer.Status}");
            Assert.DoesNotContain(Secret, answer.Text, StringComparison.OrdinalIgnoreCase);
            Assert.True(answer.Status == 404 || !path.Contains(unknown.ToString(), StringComparison.Ordinal), $"GET {path} answered {answer.Status}");
        }

        foreach (var path in Paths("POST", unknown))
        {
            var answer = await PostAsync(path, [("configuration", unknown.ToString()), ("selected", unknown.ToString()), ("action", ActionsOf(path)[^1]), ("step", ActionsOf(path)[^1]), .. Records(_contact)]);
            Assert.True(answer.Status is 404 or 422, $"POST {path} answered {answer.Status}");
        }

        Assert.Equal(before, await StateAsync());
    }

    private static string[] ActionsOf(string path) =>
        path.EndsWith("/configurations/action", StringComparison.Ordinal) ? [.. AdminActions.All.Select(action => action.Value)]
        : path.EndsWith("/records", StringComparison.Ordinal) ? Repairs
        : path.EndsWith("/decide", StringComparison.Ordinal) ? Decisions
        : path.EndsWith("/contacts/add", StringComparison.Ordinal) ? Enum.GetNames<LinkStep>()
        : [""];

    /// <summary>Names every record of the other configuration, in every field that any form has, beside a contact of either.</summary>
    private (string, string)[] Records(string contact) =>
    [
        ("client", "C-1"), ("clients", "C-1"), ("invoices", "1"), ("uuid", contact), ("remote", contact), ("record", "Client:C-1"), ("record", "Invoice:1"),
        ("find", "C-1"), ("row", "1"), ("row", "2"), ("report", _report.ToString()), ("reason", "Because"), ("key", _upload), ("name", "x.csv"), ("plan", _run.ToString()), ("run", _run.ToString()), ("confirm", "true"),
        ("seal", "x"), ("organisation", "N"), ("account", _theirs.DefaultAccountId!), ("map.4000", _theirs.DefaultAccountId!), ("enable", "true"), ("shared", "true"),
        ("version", _mine.Version.ToString(CultureInfo.InvariantCulture)),
    ];

    private async Task<Answer> PostAsync(string path, (string, string)[] fields)
    {
        _site.Clock.Advance(TimeSpan.FromSeconds(10));
        return await _browser.SubmitAsync("/configurations/add", path, fields);
    }

    /// <summary>The id of a configuration where the route takes one; otherwise a record of the other configuration.</summary>
    private IReadOnlyList<string> Paths(string method, ConfigurationId configuration) => Routes.Of(_site, method, pattern =>
        pattern.Contains("/configurations/", StringComparison.Ordinal) ? $"{configuration}"
        : pattern.EndsWith("/csv", StringComparison.Ordinal) ? NoReport
        : pattern.Contains("/reconciliations/", StringComparison.Ordinal) ? $"{_report}"
        : $"{_run}");

    /// <summary>Everything that belongs to the other configuration, in Kompass and in its Xero.</summary>
    private async Task<string> StateAsync()
    {
        var (mappings, journal) = (_site.Get<IMappingStore>(), _site.Get<ISyncJournal>());
        return string.Join('\n',
        [
            $"version {(await _site.Get<IConfigurationStore>().GetAsync(_theirs.Id, default))!.Version}",
            .. (await mappings.GetContactLinksAsync(Theirs, default)).Select(link => $"{link}"),
            .. (await mappings.GetDocumentLinksAsync(Theirs, default)).Select(link => $"{link}"),
            .. (await mappings.GetMappingsAsync(Theirs, default)).Select(mapping => $"{mapping}"),
            .. (await mappings.GetDecisionsAsync(Theirs, default)).Select(decision => $"{decision}"),
            .. (await journal.GetHoldsAsync(Theirs, default)).Select(hold => $"{hold}"),
            .. (await journal.GetSkipsAsync(Theirs, default)).Select(skip => $"{skip}"),
            .. (await journal.GetRunsAsync(_theirs.Id, 99, default)).Select(run => $"{run.Id} {run.FinishedAt}"),
            .. (await _site.Get<IAuditTrail>().ReadAsync(new() { ConfigurationId = _theirs.Id }, default)).Select(entry => $"{entry}"),
            .. Books.Contacts.Select(contact => $"{contact.Id} {contact.Name}"),
            .. Books.Invoices.Select(invoice => $"{invoice.Id} {invoice.Status}"),
            .. Enum.GetValues<JobKind>().Select(kind => $"{kind} {_site.Get<JobQueue>().StatusOf(_theirs.Id, kind)}"),
        ]);
    }

    /// <summary>Sends a client and its invoice, and leaves another client held.</summary>
    private async Task SendAsync()
    {
        _site.Kompass.Clients.RemoveRange(1, 2);
        _site.Kompass.Invoices.Add(Samples.Invoice("1", $"{Secret}-1"));
        await Samples.EnableAsync(_site, _theirs);
        var result = await _site.Get<ISyncOrchestrator>().RunAsync(_theirs.Id, null, default);
        Assert.True(result is { Outcome: SyncOutcome.Completed, Counts.InvoicesCreated: 1 }, $"{result.Message} {string.Join(' ', result.Holds)}");
        _run = result.RunId;
        _theirs = (await _site.Get<IConfigurationStore>().GetAsync(_theirs.Id, default))!;
        _contact = Books.Contacts.Single(contact => contact.Name == $"{Secret} Ltd").Id.ToString();

        var journal = _site.Get<ISyncJournal>();
        var lease = await journal.TryAcquireAsync(Theirs, "test", TimeSpan.FromMinutes(1), default);
        await journal.RecordAsync(lease!, new() { Holds = [Samples.Hold("C-1", HoldReason.LookAlike, $"{Secret} held")] }, default);
        await journal.ReleaseAsync(lease!, default);
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
