namespace Kompass.Accounting.Tests;

public sealed class CompareTests
{
    private readonly Rig _rig = new();

    [Fact]
    public async Task CompareAsync_gives_each_contact_and_each_unmatched_client_one_row()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited"), Build.Contact("2", "Zebra Printing") with { IsCustomer = false, IsSupplier = true });
        _rig.Clients.Put(Build.Client("K1", "Acme Ltd"), Build.Client("K2", "Quixote Mills"));

        var report = await _rig.CompareAsync();

        Assert.Equal(3, report.Rows.Count);
        Assert.Equal([1, 2, 3], report.Rows.Select(row => row.Number));
        var pair = report.Rows[0];
        Assert.Equal(ReconciliationStatus.Candidate, pair.Status);
        Assert.Equal("K1", pair.Client!.Id.Value);
        Assert.Equal(Build.ContactId("1"), pair.Contact!.Id);
        Assert.InRange(pair.Confidence!.Value, 90m, 100m);
        Assert.Equal(ConfidenceBand.High, pair.Band);
        Assert.NotEmpty(pair.Reason);
        Assert.Equal(ReconciliationStatus.ContactOnly, report.Rows[1].Status);
        Assert.Equal(Build.ContactId("2"), report.Rows[1].Contact!.Id);
        Assert.Null(report.Rows[1].Confidence);
        Assert.Equal(ReconciliationStatus.ClientOnly, report.Rows[2].Status);
        Assert.Equal("K2", report.Rows[2].Client!.Id.Value);
        Assert.Equal(3, report.Remaining);
    }

    [Fact]
    public async Task CompareAsync_keeps_the_report()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited"));

        var report = await _rig.CompareAsync();

        Assert.Same(report, await _rig.Reports.GetLatestAsync(_rig.Configuration.Id, _rig.Organisation, default));
        Assert.Equal(Build.Now, report.CreatedAt);
        Assert.Equal("ada", report.RequestedBy);
    }

    [Fact]
    public async Task CompareAsync_takes_linked_pairs_out_and_sorts_them_last()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited"), Build.Contact("2", "Acme Ltd (old)"), Build.Contact("3", "Borealis"));
        _rig.Clients.Put(Build.Client("K1", "Acme Limited"), Build.Client("K3", "Borealis"));
        await _rig.LinkAsync(Build.Link("K1", "2"));

        var report = await _rig.CompareAsync();

        var last = report.Rows[^1];
        Assert.Equal(ReconciliationStatus.Linked, last.Status);
        Assert.Equal(Build.ContactId("2"), last.Contact!.Id);
        Assert.Equal("K1", last.Client!.Id.Value);
        Assert.False(last.IsOpen);
        Assert.Contains("linked by ada on 2026-11-01", last.Reason, StringComparison.Ordinal);
        Assert.Null(Row(report, "1").Client);
        Assert.Equal(2, report.Remaining);
    }

    [Fact]
    public async Task CompareAsync_after_a_link_shrinks_what_remains()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited"));
        _rig.Clients.Put(Build.Client("K1", "Acme Ltd"));
        Assert.Equal(1, (await _rig.CompareAsync()).Remaining);

        await _rig.Reconciler.LinkAsync(_rig.Configuration.Id, new("K1"), Build.ContactId("1"), "ada", default);

        Assert.Equal(0, (await _rig.CompareAsync()).Remaining);
    }

    [Fact]
    public async Task CompareAsync_shows_links_whose_other_side_is_gone()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited"));
        _rig.Clients.Put(Build.Client("K2", "Borealis"));
        await _rig.LinkAsync(Build.Link("K1", "1"), Build.Link("K2", "9"));

        var report = await _rig.CompareAsync();

        Assert.All(report.Rows, row => Assert.Equal(ReconciliationStatus.Linked, row.Status));
        Assert.Contains("client K1, which Kompass no longer has", Row(report, "1").Reason, StringComparison.Ordinal);
        Assert.Contains("which Xero no longer has", report.Rows.Single(row => row.Client is not null).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompareAsync_marks_archived_and_merged_contacts_and_never_calls_them_high()
    {
        _rig.Contacts.Put(
            Build.Contact("1", "Acme Limited") with { Status = ContactStatus.Archived },
            Build.Contact("2", "Borealis Shipping Limited") with { Status = ContactStatus.Archived, MergedInto = Build.ContactId("7") });
        _rig.Clients.Put(Build.Client("K1", "Acme Limited"), Build.Client("K2", "Borealis Shipping Limited"));

        var report = await _rig.CompareAsync();

        Assert.Equal("K1", Row(report, "1").Client!.Id.Value);
        Assert.Equal(ConfidenceBand.Medium, Row(report, "1").Band);
        Assert.StartsWith("archived in Xero, cannot be linked until it is restored there; therefore medium, not high: ", Row(report, "1").Reason, StringComparison.Ordinal);
        Assert.Equal(ConfidenceBand.Medium, Row(report, "2").Band);
        Assert.Contains($"merged in Xero into contact {Build.ContactId("7")}", Row(report, "2").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompareAsync_gives_the_client_to_the_active_contact_rather_than_to_its_archived_twin()
    {
        _rig.Contacts.Put(
            Build.Contact("1", "Acme Limited") with { Status = ContactStatus.Archived },
            Build.Contact("2", "Acme Ltd"));
        _rig.Clients.Put(Build.Client("K1", "Acme Limited"));

        var report = await _rig.CompareAsync();

        Assert.Equal("K1", Row(report, "2").Client!.Id.Value);
        Assert.Equal(ConfidenceBand.High, Row(report, "2").Band);
        Assert.Equal(ReconciliationStatus.ContactOnly, Row(report, "1").Status);
        Assert.Contains("archived", Row(report, "1").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompareAsync_keeps_remembered_decisions_on_their_rows()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited"), Build.Contact("2", "Borealis"), Build.Contact("3", "Cirrus"));
        _rig.Clients.Put(Build.Client("K1", "Acme Limited"), Build.Client("K2", "Borealis"), Build.Client("K4", "Dune"), Build.Client("K5", "Estuary"));
        await DecideAsync(
            (null, "1", ReviewDecision.Ignore), ("K2", "2", ReviewDecision.Create), ("K4", null, ReviewDecision.Create), ("K5", null, ReviewDecision.Ignore));

        var report = await _rig.CompareAsync();

        Assert.Equal((ReviewDecision.Ignore, ReconciliationStatus.ContactOnly), (Row(report, "1").Decision, Row(report, "1").Status));
        Assert.Equal((ReviewDecision.Create, ReconciliationStatus.Candidate), (Row(report, "2").Decision, Row(report, "2").Status));
        Assert.Equal("K2", Row(report, "2").Client!.Id.Value);
        Assert.Equal(ReviewDecision.Create, ClientRow(report, "K4").Decision);
        Assert.Equal(ReviewDecision.Ignore, ClientRow(report, "K5").Decision);
        Assert.Contains("decided ignore by ada on 2026-11-02", ClientRow(report, "K5").Reason, StringComparison.Ordinal);
        // The client of the ignored contact is open again by itself, and the contact that nobody decided about.
        Assert.Equal(["Cirrus", "Acme Limited"], report.Rows.Where(row => row.IsOpen).Select(row => row.Contact?.Name ?? row.Client!.Name));
        Assert.Equal(6, report.Rows.Count);
    }

    [Fact]
    public async Task CompareAsync_reopens_a_client_to_create_when_a_contact_like_it_turns_up()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited"));
        _rig.Clients.Put(Build.Client("K1", "Acme Ltd"));
        await DecideAsync(("K1", null, ReviewDecision.Create));

        var row = Assert.Single((await _rig.CompareAsync()).Rows);

        Assert.Equal(ReconciliationStatus.Candidate, row.Status);
        Assert.True(row.IsOpen);
        Assert.Contains("decided create by ada on 2026-11-02, but this contact looks like the client", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompareAsync_shows_a_rejected_contact_without_its_client_when_the_client_is_listed_elsewhere()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme Holdings"), Build.Contact("2", "Acme Limited"));
        _rig.Clients.Put(Build.Client("K1", "Acme Limited"));
        await DecideAsync(("K1", "1", ReviewDecision.Create));

        var report = await _rig.CompareAsync();

        Assert.Equal("K1", Row(report, "2").Client!.Id.Value);
        Assert.Null(Row(report, "1").Client);
        Assert.Equal(2, report.Rows.Count);
    }

    [Fact]
    public async Task CompareAsync_matches_by_other_fields_too()
    {
        _rig.Contacts.Put(Build.Contact("1", "Northwind") with { TaxNumber = "GB123456789", Address = new() { PostalCode = "AB1 2CD" } });
        _rig.Clients.Put(
            Build.Client("K1", "Northwind Traders") with { TaxNumber = "123 4567 89", Address = new() { PostalCode = "ab12cd" } },
            Build.Client("K2", "Northwind Bakery"));

        Assert.Equal("K1", Row(await _rig.CompareAsync(), "1").Client!.Id.Value);
    }

    [Fact]
    public async Task CompareAsync_when_contacts_cannot_be_read_throws_and_keeps_nothing()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited"));
        _rig.Ledger.FaultAfter = _ => new RemoteLedgerException(RemoteFault.Unavailable, "The second page failed.");

        await Assert.ThrowsAsync<RemoteLedgerException>(() => _rig.CompareAsync());

        Assert.Null(await _rig.Reports.GetLatestAsync(_rig.Configuration.Id, _rig.Organisation, default));
        Assert.Null(await _rig.Mirror.GetWatermarkAsync(_rig.Organisation, default));
    }

    [Fact]
    public async Task CompareAsync_when_clients_cannot_be_read_throws_and_keeps_nothing()
    {
        _rig.Clients.Failure = new InvalidOperationException("Kompass is away.");

        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.CompareAsync());

        Assert.Null(await _rig.Reports.GetLatestAsync(_rig.Configuration.Id, _rig.Organisation, default));
    }

    [Fact]
    public async Task CompareAsync_of_a_disconnected_configuration_is_refused()
    {
        await _rig.Configurations.SaveAsync(_rig.Configuration with { Connection = null }, default);

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => _rig.CompareAsync());

        Assert.Equal(nameof(SyncConfiguration.Connection), Assert.Single(refusal.Problems).Setting);
    }

    [Fact]
    public async Task CompareAsync_of_an_unknown_configuration_is_refused() =>
        await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Reconciler.CompareAsync(new(default), "ada", null, default));

    [Fact]
    public async Task CompareAsync_fills_the_mirror_up_to_the_latest_change_by_the_ledgers_clock()
    {
        _rig.Contacts.Put(
            Build.Contact("1", "Acme Limited") with { UpdatedAt = Build.Now.AddDays(-3) },
            Build.Contact("2", "Borealis") with { UpdatedAt = Build.Now.AddDays(-2) });

        await _rig.CompareAsync();

        Assert.Equal(Build.Now.AddDays(-2), await _rig.Mirror.GetWatermarkAsync(_rig.Organisation, default));
        Assert.Equal(2, (await _rig.Mirror.GetAllAsync(_rig.Organisation, default)).Count);
    }

    [Fact]
    public async Task CompareAsync_never_moves_the_mirror_beyond_the_beginning_of_the_reading()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited") with { UpdatedAt = Build.Now.AddMinutes(1) });

        await _rig.CompareAsync();

        Assert.True(await _rig.Mirror.GetWatermarkAsync(_rig.Organisation, default) < Build.Now);
    }

    [Fact]
    public async Task CompareAsync_reports_its_stages()
    {
        _rig.Contacts.Put(Enumerable.Range(1, 250).Select(number => Build.Contact($"{number}", $"Company {number}")));
        _rig.Clients.Put(Build.Client("K1", "Company 7"));
        var progress = new RecordingProgress();

        await _rig.CompareAsync(progress);

        Assert.Equal(["Reading contacts", "Reading clients", "Matching", "Saving the report"], progress.Stages);
        Assert.Equal([100, 200, 250], progress.Reports.Where(report => report.Stage == "Reading contacts").Select(report => report.Done));
    }

    [Fact]
    public async Task CompareAsync_puts_the_surest_open_rows_on_top()
    {
        _rig.Contacts.Put(
            Build.Contact("1", "Zanzibar Spice Company"), Build.Contact("2", "Alpine Joinery and Sons"), Build.Contact("3", "Unmatched Contact"));
        _rig.Clients.Put(Build.Client("K1", "Zanzibar Spice Company"), Build.Client("K2", "Alpine Joinery"), Build.Client("K9", "Wholly Different"));

        var report = await _rig.CompareAsync();

        Assert.Equal("K1", report.Rows[0].Client!.Id.Value);
        Assert.Equal(report.Rows.Select(row => row.Confidence ?? -1).OrderDescending(), report.Rows.Select(row => row.Confidence ?? -1));
        Assert.Equal(
            [ReconciliationStatus.Candidate, ReconciliationStatus.Candidate, ReconciliationStatus.ContactOnly, ReconciliationStatus.ClientOnly],
            report.Rows.Select(row => row.Status));
    }

    [Fact]
    public async Task CompareAsync_orders_by_band_before_confidence_and_puts_linked_rows_last()
    {
        _rig.Contacts.Put(
            Build.Contact("1", "Acme Limited") with { Status = ContactStatus.Archived },
            Build.Contact("2", "Borealis Shipping Ltd"),
            Build.Contact("3", "Cirrus Holdings Limited"),
            Build.Contact("4", "Unmatched Contact"));
        _rig.Clients.Put(
            Build.Client("K1", "Acme Limited"), Build.Client("K2", "Borealis Shipping Limited"), Build.Client("K3", "Cirrus Holdings Limited"));
        await _rig.Reconciler.LinkAsync(_rig.Configuration.Id, new("K3"), Build.ContactId("3"), "ada", default);

        var rows = (await _rig.CompareAsync()).Rows;

        Assert.Equal(["2", "1", "4", "3"], rows.Select(row => row.Contact!.Id.Value is var id ? new[] { "1", "2", "3", "4" }.Single(name => Build.ContactId(name).Value == id) : ""));
        Assert.Equal([ConfidenceBand.High, ConfidenceBand.Medium, ConfidenceBand.None, ConfidenceBand.High], rows.Select(row => row.Band));
        Assert.True(rows[1].Confidence >= 90, "By its name alone the archived contact would be in the band above.");
    }

    [Fact]
    public async Task CompareAsync_client_that_shares_a_contact_with_another_is_not_said_to_have_none()
    {
        _rig.Contacts.Put(Build.Contact("1", "John Smith"));
        _rig.Clients.Put(Build.Client("K7", "John Smith"), Build.Client("K8", "John Smith"));

        var rows = (await _rig.CompareAsync()).Rows.Where(row => row.Status == ReconciliationStatus.ClientOnly).ToList();

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Contains("contact 'John Smith'", row.Reason, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Contains("look at it before you create", row.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CompareAsync_is_the_same_whatever_the_order_of_the_records()
    {
        RemoteContact[] contacts = [.. Enumerable.Range(1, 30).Select(number => Build.Contact($"{number}", $"Harbour {number % 7} Trading {number}"))];
        Client[] clients = [.. Enumerable.Range(1, 30).Select(number => Build.Client($"K{number}", $"Harbour {number % 7} Trading Ltd {number}"))];
        var other = new Rig();
        _rig.Contacts.Put(contacts);
        _rig.Clients.Put(clients);
        other.Contacts.Put(contacts.Reverse());
        other.Clients.Put(clients.Reverse());

        Assert.Equal((await _rig.CompareAsync()).Rows, (await other.CompareAsync()).Rows);
    }

    [Fact]
    public async Task LinkAsync_links_what_a_person_pasted_in_another_notation()
    {
        _rig.Contacts.Put(Build.Contact("abc", "Acme Limited"));
        _rig.Clients.Put(Build.Client("K1", "Acme Ltd"));

        var link = await _rig.Reconciler.LinkAsync(
            _rig.Configuration.Id, new("K1"), new($"{{{Build.ContactId("abc").Value.ToUpperInvariant()}}}"), "ada", default);

        Assert.Equal(Build.ContactId("abc"), link.RemoteContactId);
        Assert.Equal(LinkOrigin.Manual, link.Origin);
        Assert.Equal("ada", link.CreatedBy);
        Assert.Equal([$"K1={Build.ContactId("abc")}"], await _rig.LinksAsync());
    }

    [Fact]
    public async Task LinkAsync_twice_answers_with_the_standing_link()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited"));
        _rig.Clients.Put(Build.Client("K1", "Acme Ltd"));
        var first = await _rig.Reconciler.LinkAsync(_rig.Configuration.Id, new("K1"), Build.ContactId("1"), "ada", default);
        _rig.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Same(first, await _rig.Reconciler.LinkAsync(_rig.Configuration.Id, new("K1"), Build.ContactId("1"), "bob", default));
    }

    [Theory]
    [InlineData("K1", "2")]
    [InlineData("K2", "1")]
    public async Task LinkAsync_of_a_taken_client_or_contact_is_a_conflict(string client, string contact)
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme Limited"), Build.Contact("2", "Borealis"));
        _rig.Clients.Put(Build.Client("K1", "Acme Ltd"), Build.Client("K2", "Borealis"));
        await _rig.LinkAsync(Build.Link("K1", "1"));

        await Assert.ThrowsAsync<LinkConflictException>(() =>
            _rig.Reconciler.LinkAsync(_rig.Configuration.Id, new(client), Build.ContactId(contact), "ada", default));
    }

    [Theory]
    [InlineData("K9", "1", nameof(ContactLink.ClientId), "does not exist")]
    [InlineData("K1", "9", nameof(ContactLink.RemoteContactId), "does not exist")]
    [InlineData("K1", "2", nameof(ContactLink.RemoteContactId), "archived in Xero. Restore it there")]
    [InlineData("K1", "3", nameof(ContactLink.RemoteContactId), "was merged into contact")]
    public async Task LinkAsync_of_what_cannot_be_linked_is_refused(string client, string contact, string setting, string message)
    {
        _rig.Contacts.Put(
            Build.Contact("1", "Acme"),
            Build.Contact("2", "Borealis") with { Status = ContactStatus.Archived },
            Build.Contact("3", "Cirrus") with { MergedInto = Build.ContactId("1") });
        _rig.Clients.Put(Build.Client("K1", "Acme Ltd"));

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() =>
            _rig.Reconciler.LinkAsync(_rig.Configuration.Id, new(client), Build.ContactId(contact), "ada", default));

        Assert.Equal(setting, Assert.Single(refusal.Problems).Setting);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await _rig.LinksAsync());
    }

    [Fact]
    public async Task UnlinkAsync_removes_the_link_once()
    {
        await _rig.LinkAsync(Build.Link("K1", "1"));

        Assert.True(await _rig.Reconciler.UnlinkAsync(_rig.Configuration.Id, new("K1"), "ada", default));
        Assert.False(await _rig.Reconciler.UnlinkAsync(_rig.Configuration.Id, new("K1"), "ada", default));
    }

    private static ReconciliationRow Row(ReconciliationReport report, string contact) =>
        Assert.Single(report.Rows, row => row.Contact?.Id == Build.ContactId(contact));

    private static ReconciliationRow ClientRow(ReconciliationReport report, string client) =>
        Assert.Single(report.Rows, row => row.Client?.Id.Value == client);

    private Task DecideAsync(params (string? Client, string? Contact, ReviewDecision Decision)[] decisions) =>
        _rig.Mappings.SaveReviewAsync(_rig.Organisation, [], [.. decisions.Select(decision => new ContactDecision
        {
            RemoteOrganisationId = _rig.Organisation,
            ClientId = decision.Client is null ? null : new(decision.Client),
            RemoteContactId = decision.Contact is null ? null : Build.ContactId(decision.Contact),
            Decision = decision.Decision,
            DecidedAt = Build.Now,
            DecidedBy = "ada",
        })], default);
}
