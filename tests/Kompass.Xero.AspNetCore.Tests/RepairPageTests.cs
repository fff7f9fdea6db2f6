using System.Text.RegularExpressions;
using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>What a person does about single records, and the trail that it leaves.</summary>
public sealed class RepairPageTests : IAsyncLifetime
{
    private const string Hostile = "<img src=x onerror=alert(1)>";

    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
        _connected = await _site.ConnectAsync(_browser);
        await RecordAsync(new() { Holds = [Hold("C-1", HoldReason.LookAlike, "Ridgeway"), Hold("C-2", HoldReason.LookAlike, Hostile)] });
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Repair_without_reason_does_nothing_and_keeps_what_was_ticked()
    {
        var answer = await RepairAsync("Skip", "  ", ("record", "Client:C-2"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("Nothing was done", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Say why, in at most 500 characters", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["Client:C-2"], Ticked(answer));
        Assert.Matches("value=\"Skip\" selected", answer.Html);
        Assert.Empty(await SkipsAsync());
        Assert.Equal(2, (await HoldsAsync()).Count);
        Assert.DoesNotContain(await TrailAsync(), entry => entry.Record is not null);
    }

    [Theory]
    [InlineData("", "Client:C-1", "No action is chosen")]
    [InlineData("Delete", "Client:C-1", "No action is chosen")]
    [InlineData("Skip", "", "No record is ticked")]
    [InlineData("Skip", "Client:C-3", "no record of this configuration")]
    [InlineData("Skip", "nonsense", "no record of this configuration")]
    [InlineData("Relink", "Client:C-1", "Relink takes one record")]
    public async Task Repair_that_makes_no_sense_is_refused_in_words(string action, string record, string message)
    {
        var answer = await RepairAsync(action, "Agreed", record.Length > 0 ? [("record", record)] : []);
        Assert.Equal(422, answer.Status);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Agreed\"", answer.Html, StringComparison.Ordinal);
        Assert.Empty(await SkipsAsync());
    }

    [Fact]
    public async Task Skip_of_two_and_its_end_say_what_was_done_and_name_the_user_in_the_trail()
    {
        var skipped = await RepairAsync("Skip", "Agreed with the bookkeeper", ("record", "Client:C-1"), ("record", "Client:C-2"));
        Assert.Equal(200, skipped.Status);
        Assert.Contains("2 records done, 0 refused", skipped.Text, StringComparison.Ordinal);
        Assert.Contains("It is not sent until the skip is taken back", skipped.Text, StringComparison.Ordinal);
        Assert.Contains("skipped by admin: Agreed with the bookkeeper", skipped.Text, StringComparison.Ordinal);
        Assert.Empty(Ticked(skipped));
        Assert.Empty(await HoldsAsync());
        Assert.Equal(["C-1", "C-2"], (await SkipsAsync()).Select(skip => skip.Record.Id).Order());

        await RepairAsync("Unskip", "Sent after all", ("record", "Client:C-1"));
        Assert.Equal(["C-2"], (await SkipsAsync()).Select(skip => skip.Record.Id));
        Assert.Equal(
            [(AuditAction.Unskip, "admin", "Sent after all"), (AuditAction.Skip, "admin", "Agreed with the bookkeeper")],
            (await TrailAsync()).Where(entry => entry.Record?.Id == "C-1").Select(entry => (entry.Action, entry.Actor, entry.Reason)));
    }

    [Fact]
    public async Task Refusal_of_one_record_stands_beside_the_other_that_is_done()
    {
        await RecordAsync(new() { Holds = [Hold("C-3", HoldReason.NameTaken, "Zebra")] });
        var answer = await RepairAsync("Release", "Two businesses", ("record", "Client:C-1"), ("record", "Client:C-3"));
        Assert.Contains("1 record done, 1 refused", answer.Text, StringComparison.Ordinal);
        Assert.Contains("The client is another business", answer.Text, StringComparison.Ordinal);
        Assert.Contains("This hold ends by itself", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["C-2", "C-3"], (await HoldsAsync()).Select(hold => hold.Record.Id).Order());
    }

    [Fact]
    public async Task Relink_links_one_record_to_the_contact_named()
    {
        var contact = _site.Xero.Control.Books(_site.Xero.Control.TenantId).Contacts[0];
        var answer = await RepairAsync("Relink", "It is this one", ("record", "Client:C-1"), ("remote", contact.Id.ToString()));
        Assert.Contains("1 record done", answer.Text, StringComparison.Ordinal);
        var link = Assert.Single(await _site.Get<IMappingStore>().GetContactLinksAsync(_connected.Connection!.OrganisationId, default));
        Assert.Equal(("C-1", contact.Id.ToString(), "admin"), (link.ClientId.Value, link.RemoteContactId.Value, link.CreatedBy));

        var two = await RepairAsync("Relink", "Both", ("record", "Client:C-2"), ("record", "Client:C-1"), ("remote", contact.Id.ToString()));
        Assert.Equal(422, two.Status);
    }

    [Fact]
    public async Task Drifted_record_is_listed_once_and_can_be_unlinked()
    {
        await RecordAsync(new() { ContactLinks = [Link("C-3", DriftKind.Archived), Link("C-1", DriftKind.Archived)] });
        var page = await _browser.GetAsync("/records");
        Assert.Contains("Archived in Xero", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Client:C-1", "Client:C-2", "Client:C-3"], Offered(page));

        var answer = await RepairAsync("Unlink", "Wrong contact", ("record", "Client:C-3"));
        Assert.Contains("the contact stays as it is", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["C-1"], (await _site.Get<IMappingStore>().GetContactLinksAsync(_connected.Connection!.OrganisationId, default)).Select(link => link.ClientId.Value));
    }

    [Fact]
    public async Task Whole_group_is_taken_as_it_was_shown_and_refused_once_it_grew()
    {
        await RecordAsync(new() { Holds = [.. Enumerable.Range(1, 30).Select(number => Hold($"M-{number}", HoldReason.NameTaken, $"Many {number}"))] });
        var page = await _browser.GetAsync("/records");
        var key = Regex.Match(page.Html, "name=\"group\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.Contains("and 10 more", page.Text, StringComparison.Ordinal);

        await RecordAsync(new() { Holds = [Hold("M-31", HoldReason.NameTaken, "Late")] });
        var late = await RepairAsync("Retry", "Names were mended", ("group", key));
        Assert.Equal(422, late.Status);
        Assert.Contains("has changed meanwhile", late.Text, StringComparison.Ordinal);

        var grown = Regex.Match(late.Html, "name=\"group\" value=\"([^\"]+)\"").Groups[1].Value;
        var done = await RepairAsync("Retry", "Names were mended", ("group", grown));
        Assert.Contains("31 records done, 0 refused", done.Text, StringComparison.Ordinal);
        Assert.Equal(31, (await TrailAsync()).Count(entry => entry.Action == AuditAction.Retry));
    }

    [Fact]
    public async Task Find_shows_what_matches_alone()
    {
        Assert.Equal(["Client:C-1"], Offered(await _browser.GetAsync("/records?find=ridge")));
        Assert.Contains("Nothing that is held was found", (await _browser.GetAsync("/records?find=nowhere")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_shows_what_was_sent_with_both_ids_and_lets_it_be_unlinked()
    {
        await RecordAsync(new() { ContactLinks = [Sent("C-7", "0b1c2d3e-0000-4000-8000-000000000007"), Sent("C-1", "0b1c2d3e-0000-4000-8000-000000000001")] });
        Assert.DoesNotContain("C-7", (await _browser.GetAsync("/records")).Text, StringComparison.Ordinal);

        var page = await _browser.GetAsync("/records?find=000007");
        Assert.Equal(["Client:C-7"], Offered(page));
        Assert.Contains("0b1c2d3e-0000-4000-8000-000000000007", page.Text, StringComparison.Ordinal);
        Assert.Contains("Xero holds what Kompass sent", page.Text, StringComparison.Ordinal);

        var held = await _browser.GetAsync("/records?find=000001");
        Assert.Contains("Look alike", held.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xero holds what Kompass sent", held.Text, StringComparison.Ordinal);

        var answer = await RepairAsync("Unlink", "Wrong contact", ("record", "Client:C-7"), ("find", "C-7"));
        Assert.Contains("the contact stays as it is", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_in_Xero_is_listed_page_by_page_with_its_status()
    {
        await RecordAsync(new() { ContactLinks = [Sent("C-1", "x-1"), .. Enumerable.Range(100, 60).Select(number => Sent($"C-{number}", $"x-{number}"))] });

        var page = await _browser.GetAsync("/records/sent?kind=clients");
        Assert.Contains("61 records in Xero", page.Text, StringComparison.Ordinal);
        Assert.Contains("held: look alike", page.Text, StringComparison.Ordinal);
        Assert.Contains("<code>x-100</code>", page.Html, StringComparison.Ordinal);
        Assert.Contains("redirecturl=/Contacts/View/x-100", page.Html, StringComparison.Ordinal);
        Assert.Contains("<code>x-159</code>", (await _browser.GetAsync("/records/sent?kind=clients&page=2")).Html, StringComparison.Ordinal);
        Assert.Contains("1 record in Xero", (await _browser.GetAsync("/records/sent?kind=clients&find=x-123")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent yet", (await _browser.GetAsync("/records/sent")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_write_a_hostile_title_and_reason_as_text()
    {
        var answer = await RepairAsync("Skip", Hostile, ("record", "Client:C-2"));
        foreach (var page in new[] { answer, await _browser.GetAsync("/audit"), await _browser.GetAsync($"/records?find={Uri.EscapeDataString("\"><img")}") })
        {
            Assert.DoesNotContain("<img", page.Html, StringComparison.Ordinal);
        }

        Assert.Contains(Hostile, answer.Text, StringComparison.Ordinal);
        Assert.Contains(Hostile, (await _browser.GetAsync("/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heading_of_a_cause_writes_vat_as_people_do()
    {
        await RecordAsync(new() { Holds = [Hold("V-1", HoldReason.UnmappedVatRate, "Oak"), Hold("V-2", HoldReason.VatFiled, "Elm")] });

        var page = await _browser.GetAsync("/records");

        Assert.Contains("Unmapped VAT rate", page.Text, StringComparison.Ordinal);
        Assert.Contains("VAT filed", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_of_more_than_a_thousand_ticks_is_read()
    {
        await RecordAsync(new() { Holds = [.. Enumerable.Range(1, 1100).Select(number => Hold($"M-{number}", HoldReason.NameTaken, $"Many {number}"))] });

        var answer = await RepairAsync("Relink", "Agreed", [.. Enumerable.Range(1, 1100).Select(number => ("record", $"Client:M-{number}"))]);

        Assert.Equal(422, answer.Status);
        Assert.Contains("Relink takes one record", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no record of this configuration", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Security", "limits")]
    public async Task Form_of_more_ticks_than_any_page_has_is_refused_in_words()
    {
        var answer = await RepairAsync("Skip", "Agreed", [.. Enumerable.Range(1, 50_001).Select(_ => ("record", "Client:C-1"))]);

        Assert.Equal(413, answer.Status);
        Assert.Contains("nothing was changed", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await SkipsAsync());
    }

    [Fact]
    public async Task Audit_shows_newest_first_by_record_and_configuration_in_pages()
    {
        var other = new ConfigurationId(Guid.Parse("11111111-1111-1111-1111-111111111111"));
        await _site.Get<IAuditTrail>().AppendAsync(
            [
                .. Enumerable.Range(1, 60).Select(number => Entry($"R-{number}", $"reason {number}.", _connected.Id)),
                Entry("R-1", "elsewhere.", other) with { Before = "was so", After = "is so" },
            ],
            default);

        var all = await _browser.GetAsync("/audit");
        Assert.Contains("elsewhere.", all.Text, StringComparison.Ordinal);
        Assert.Matches("(?s)was so.*is so.*reason 60\\..*reason 59\\.", all.Text);
        Assert.DoesNotContain("reason 11.", all.Text, StringComparison.Ordinal);
        var older = await _browser.GetAsync("/audit" + Regex.Match(all.Text, "\\?configuration=&record=&before=[0-9]+").Value);
        Assert.Contains("reason 11.", older.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("reason 12.", older.Text, StringComparison.Ordinal);

        var mine = await _browser.GetAsync($"/audit?configuration={_connected.Id}&record=R-1");
        Assert.Contains("reason 1.", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("reason 10.", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere.", mine.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await _browser.GetAsync("/audit?configuration=nonsense")).Status);
    }

    private static string[] Ticked(Answer page) => [.. Regex.Matches(page.Html, "name=\"record\" value=\"([^\"]+)\" checked").Select(match => match.Groups[1].Value)];

    private static string[] Offered(Answer page) => [.. Regex.Matches(page.Html, "name=\"record\" value=\"([^\"]+)\"").Select(match => match.Groups[1].Value).Order()];

    private static Hold Hold(string id, HoldReason reason, string title) => new()
    {
        Record = new(RecordKind.Client, id),
        Reason = reason,
        Detail = "Detail",
        Remedy = "Remedy",
        Title = title,
        Since = DateTimeOffset.UnixEpoch,
    };

    private ContactLink Sent(string client, string contact) =>
        Link(client, DriftKind.Archived) with { RemoteContactId = new(contact), Drift = null };

    private ContactLink Link(string client, DriftKind drift) => new()
    {
        RemoteOrganisationId = _connected.Connection!.OrganisationId,
        ClientId = new(client),
        RemoteContactId = new($"contact of {client}"),
        Origin = LinkOrigin.Manual,
        CreatedAt = DateTimeOffset.UnixEpoch,
        CreatedBy = "admin",
        Drift = new(drift, "Somebody did it.", "Look at it."),
    };

    private AuditEntry Entry(string record, string reason, ConfigurationId configuration) => new()
    {
        At = _site.Clock.GetUtcNow(),
        Actor = "ada",
        Action = AuditAction.Retry,
        ConfigurationId = configuration,
        Record = new(RecordKind.Invoice, record),
        Reason = reason,
    };

    private Task<Answer> RepairAsync(string action, string reason, params (string, string)[] fields) => _browser.SubmitAsync(
        "/records", "/records", [("configuration", _connected.Id.ToString()), ("action", action), ("reason", reason), .. fields]);

    private async Task RecordAsync(OutcomeBatch batch)
    {
        var journal = _site.Get<ISyncJournal>();
        var lease = await journal.TryAcquireAsync(_connected.Connection!.OrganisationId, "test", TimeSpan.FromMinutes(1), default);
        await journal.RecordAsync(lease!, batch, default);
        await journal.ReleaseAsync(lease!, default);
    }

    private Task<IReadOnlyList<Hold>> HoldsAsync() => _site.Get<ISyncJournal>().GetHoldsAsync(_connected.Connection!.OrganisationId, default);

    private Task<IReadOnlyList<RecordSkip>> SkipsAsync() => _site.Get<ISyncJournal>().GetSkipsAsync(_connected.Connection!.OrganisationId, default);

    private Task<IReadOnlyList<AuditEntry>> TrailAsync() => _site.Get<IAuditTrail>().ReadAsync(new(), default);
}
