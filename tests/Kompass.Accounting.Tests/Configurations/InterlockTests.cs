namespace Kompass.Accounting.Tests;

public sealed class InterlockTests
{
    private readonly Rig _rig = new();

    private ConfigurationId Id => _rig.Configuration.Id;

    [Fact]
    public async Task GetInterlockAsync_of_an_empty_organisation_is_open_after_one_read()
    {
        Assert.True((await GetAsync()).IsOpen);
        Assert.Equal("Contacts.Read", Assert.Single(_rig.Ledger.Calls).Name);
    }

    [Fact]
    public async Task GetInterlockAsync_when_contacts_were_never_compared_is_closed_and_says_what_to_do()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme"));

        var state = await GetAsync();

        Assert.False(state.IsOpen);
        Assert.Equal(0, state.UndecidedRows);
        Assert.Equal(1, state.UncoveredContacts);
        Assert.StartsWith("Stop here: Demo Company (UK) contains 1 contact never compared", state.Explanation, StringComparison.Ordinal);
        Assert.Contains("Compare contacts with Kompass clients", state.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetInterlockAsync_counts_an_archived_contact_too()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme") with { Status = ContactStatus.Archived });

        Assert.False((await GetAsync()).IsOpen);
    }

    [Fact]
    public async Task GetInterlockAsync_when_contacts_cannot_be_read_throws()
    {
        _rig.Ledger.FaultBefore = _ => new RemoteLedgerException(RemoteFault.Unavailable, "down");

        await Assert.ThrowsAsync<RemoteLedgerException>(GetAsync);
    }

    [Fact]
    public async Task GetInterlockAsync_answers_from_the_mirror_where_that_is_enough()
    {
        await _rig.Mirror.SaveAsync(_rig.Organisation, [Build.Contact("1", "Acme")], Build.Now, default);

        Assert.False((await GetAsync()).IsOpen);
        Assert.Empty(_rig.Ledger.Calls);
    }

    [Fact]
    public async Task GetInterlockAsync_stays_open_while_every_contact_is_our_own()
    {
        await _rig.Mirror.SaveAsync(_rig.Organisation, [Build.Contact("1", "Acme")], Build.Now, default);
        await _rig.LinkAsync(Build.Link("K1", "1", LinkOrigin.Created));

        Assert.True((await GetAsync()).IsOpen);
    }

    [Fact]
    public async Task GetInterlockAsync_sees_a_contact_that_is_not_in_the_mirror_yet()
    {
        await _rig.Mirror.SaveAsync(_rig.Organisation, [], Build.Now.AddDays(-2), default);
        _rig.Contacts.Put(Build.Contact("1", "Acme") with { UpdatedAt = Build.Now.AddDays(-1) });

        Assert.False((await GetAsync()).IsOpen);
    }

    [Fact]
    public async Task GetInterlockAsync_counts_the_high_and_medium_rows_that_nobody_decided()
    {
        await CompareThreeAsync();

        var state = await GetAsync();

        Assert.False(state.IsOpen);
        Assert.Equal(3, state.UndecidedRows);
        Assert.Contains("3 high and medium matches are not decided", state.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetInterlockAsync_opens_when_each_of_them_is_linked_created_or_ignored()
    {
        var sheet = await _rig.ExportAsync(await CompareThreeAsync());
        foreach (var (contact, decision, left) in new[] { ("1", "link", 2), ("2", "create", 1), ("3", "ignore", 0) })
        {
            sheet[sheet.RowOf("xero_uuid", Build.ContactId(contact).Value), "decision"] = decision;
            Assert.Empty((await _rig.ImportAsync(sheet)).Errors);
            Assert.Equal((left == 0, left), ((await GetAsync()).IsOpen, (await GetAsync()).UndecidedRows));
        }

        Assert.True((await _rig.Manager.UpdateAsync(Id, c => c with { IsEnabled = true }, default)).IsEnabled);
    }

    [Theory]
    [InlineData("K1", "4")]
    [InlineData("K9", "1")]
    public async Task GetInterlockAsync_takes_a_row_for_decided_when_its_client_or_contact_was_linked_otherwise(string client, string contact)
    {
        await CompareThreeAsync();

        await _rig.Reconciler.LinkAsync(Id, new(client), Build.ContactId(contact), "ada", default);

        Assert.Equal(2, (await GetAsync()).UndecidedRows);
    }

    [Fact]
    public async Task GetInterlockAsync_asks_for_nothing_about_weak_rows()
    {
        await _rig.Reports.SaveAsync(Report(Row(ConfidenceBand.Low), Row(ConfidenceBand.None)), default);
        _rig.Contacts.Put(Build.Contact("1", "Acme"));

        Assert.True((await GetAsync()).IsOpen);
    }

    [Fact]
    public async Task GetInterlockAsync_of_no_comparison_asks_the_ledger_anew_while_the_mirror_shows_nothing()
    {
        Assert.True((await GetAsync()).IsOpen);
        _rig.Contacts.Put(Build.Contact("1", "Acme") with { UpdatedAt = Build.Now.AddMinutes(1) });

        Assert.False((await GetAsync()).IsOpen);
    }

    [Fact]
    public async Task GetInterlockAsync_reads_a_comparison_once_while_nothing_changes()
    {
        await CompareThreeAsync();
        await GetAsync();
        var reads = _rig.Reports.Reads;

        Assert.Equal(3, (await GetAsync()).UndecidedRows);
        Assert.Equal(reads, _rig.Reports.Reads);
        await _rig.Reconciler.LinkAsync(Id, new("K1"), Build.ContactId("1"), "ada", default);
        Assert.Equal(2, (await GetAsync()).UndecidedRows);
        await _rig.Reports.SaveAsync(Report(), default);
        Assert.Equal(0, (await GetAsync()).UndecidedRows);
    }

    [Fact]
    public async Task GetInterlockAsync_closes_again_when_a_link_of_the_comparison_is_removed()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme"));
        _rig.Clients.Put(Build.Client("K1", "Acme"));
        await _rig.LinkAsync(Build.Link("K1", "1"));
        await _rig.CompareAsync();
        Assert.True((await GetAsync()).IsOpen);

        await _rig.Reconciler.UnlinkAsync(Id, new("K1"), "ada", default);

        Assert.Equal(1, (await GetAsync()).UndecidedRows);
    }

    [Fact]
    public async Task GetInterlockAsync_does_not_take_a_decision_to_create_for_one_about_a_contact_found_later()
    {
        _rig.Clients.Put(Build.Client("K1", "Acme"));
        var sheet = await _rig.ExportAsync(await _rig.CompareAsync());
        sheet[0, "decision"] = "create";
        await _rig.ImportAsync(sheet);
        Assert.True((await GetAsync()).IsOpen);

        _rig.Contacts.Put(Build.Contact("1", "Acme") with { UpdatedAt = Build.Now });
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await _rig.CompareAsync();

        Assert.Equal(1, (await GetAsync()).UndecidedRows);
    }

    [Fact]
    public async Task UpdateAsync_to_enable_is_refused_when_contacts_were_added_after_the_comparison()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme"));
        await _rig.CompareAsync();
        _rig.Contacts.Put(Added("2", "Borealis Shipping"), Added("3", "Cirrus Weavers"));
        _rig.Ledger.Forget();

        var problem = Assert.Single((await Assert.ThrowsAsync<ConfigurationException>(EnableAsync)).Problems);

        Assert.Equal(nameof(SyncConfiguration.IsEnabled), problem.Setting);
        Assert.StartsWith(
            "Stop here: Demo Company (UK) contains 2 contacts that the comparison of 2026-11-02 09:00 UTC does not cover.", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Compare contacts with Kompass clients again", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, _rig.Ledger.CallsOf("Contacts.Read"));
        Assert.Equal(2, (await GetAsync()).UncoveredContacts);

        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await _rig.CompareAsync();
        Assert.True((await EnableAsync()).IsEnabled);
    }

    [Fact]
    public async Task UpdateAsync_to_enable_over_contacts_added_after_the_comparison_can_be_overridden()
    {
        await _rig.CompareAsync();
        _rig.Contacts.Put(Added("1", "Acme"));

        await _rig.Manager.OverrideInterlockAsync(Id, "ada", "A supplier.", default);

        Assert.True((await EnableAsync()).IsEnabled);
    }

    [Fact]
    public async Task UpdateAsync_to_enable_passes_when_contacts_changed_that_are_compared_linked_or_ignored()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme"));
        await _rig.CompareAsync();
        _rig.Contacts.Put(Added("1", "Acme Renamed"), Added("2", "Borealis Shipping"), Added("3", "Cirrus Weavers"));
        await _rig.LinkAsync(Build.Link("K2", "2"));
        await _rig.Mappings.SaveReviewAsync(_rig.Organisation, [], [Ignored("3")], default);
        _rig.Ledger.Forget();

        Assert.True((await EnableAsync()).IsEnabled);
        Assert.Equal(1, _rig.Ledger.CallsOf("Contacts.Read"));
    }

    [Fact]
    public async Task UpdateAsync_to_enable_is_refused_when_a_Kompass_organisation_was_added_after_the_comparison()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme"), Build.Contact("2", "Borealis Shipping"), Build.Contact("3", "Cirrus Weavers"));
        await _rig.LinkAsync(Build.Link("K2", "2"));
        await _rig.Mappings.SaveReviewAsync(_rig.Organisation, [], [Ignored("3")], default);
        await _rig.CompareAsync();
        await AddOrganisationAsync();

        var state = await GetAsync();
        var refusal = await Assert.ThrowsAsync<ConfigurationException>(EnableAsync);

        Assert.Equal((false, 1), (state.IsOpen, state.UncoveredContacts));
        Assert.Contains(
            "KO2 was added after the comparison of 2026-11-02 09:00 UTC, so 1 contact of Demo Company (UK) was never compared", refusal.Message, StringComparison.Ordinal);
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await _rig.CompareAsync();
        Assert.True((await EnableAsync()).IsEnabled);
    }

    [Fact]
    public async Task UpdateAsync_that_adds_a_Kompass_organisation_to_an_enabled_configuration_asks_the_interlock()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme"));
        await _rig.CompareAsync();
        await EnableAsync();

        var problem = Assert.Single((await Assert.ThrowsAsync<ConfigurationException>(AddOrganisationAsync)).Problems);

        Assert.Equal(nameof(SyncConfiguration.Organisations), problem.Setting);
        Assert.EndsWith("turn it off, add the organisation, compare and review, then enable.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpdateAsync_that_adds_a_Kompass_organisation_passes_where_every_contact_is_linked()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme"));
        await _rig.LinkAsync(Build.Link("K1", "1"));
        await _rig.CompareAsync();
        await EnableAsync();

        Assert.Equal(2, (await AddOrganisationAsync()).Organisations.Count);
    }

    [Fact]
    public async Task GetInterlockAsync_after_a_new_connection_wants_a_new_comparison()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme"));
        await _rig.CompareAsync();
        Assert.True((await GetAsync()).IsOpen);

        await _rig.Configurations.SaveAsync(_rig.Configuration with { Connection = Build.Connection() with { ConnectedAt = Build.Now.AddHours(1) } }, default);

        var state = await GetAsync();
        Assert.False(state.IsOpen);
        Assert.Contains("older than the connection", state.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetInterlockAsync_takes_no_comparison_of_another_organisation()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme"));
        await _rig.CompareAsync();

        await _rig.Configurations.SaveAsync(_rig.Configuration with { Connection = Build.Connection("tenant-2") }, default);

        Assert.False((await GetAsync()).IsOpen);
    }

    [Fact]
    public async Task GetInterlockAsync_without_a_connection_is_closed()
    {
        await _rig.Configurations.SaveAsync(_rig.Configuration with { Connection = null }, default);

        Assert.Contains("Authorise it first", (await GetAsync()).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OverrideInterlockAsync_opens_it_and_is_recorded()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme"));

        var saved = await _rig.Manager.OverrideInterlockAsync(Id, "ada", " The contacts are all suppliers. ", default);

        Assert.Equal(new InterlockOverride("ada", Build.Now, "The contacts are all suppliers.", _rig.Organisation), saved.InterlockOverride);
        var state = await GetAsync();
        Assert.True(state.IsOpen);
        Assert.Contains("ada decided on 2026-11-02", state.Explanation, StringComparison.Ordinal);
        Assert.True((await _rig.Manager.UpdateAsync(Id, c => c with { IsEnabled = true }, default)).IsEnabled);
    }

    [Fact]
    public async Task OverrideInterlockAsync_holds_for_this_organisation_only()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme"));
        var saved = await _rig.Manager.OverrideInterlockAsync(Id, "ada", "Suppliers.", default);

        await _rig.Configurations.SaveAsync(saved with { Connection = Build.Connection("tenant-2") }, default);

        Assert.False((await GetAsync()).IsOpen);
    }

    [Fact]
    public async Task OverrideInterlockAsync_needs_a_reason_and_a_connection()
    {
        Assert.Contains(
            "No reason is given",
            (await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.OverrideInterlockAsync(Id, "ada", "  ", default))).Message,
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.OverrideInterlockAsync(Id, " ", "Because.", default));
        await _rig.Configurations.SaveAsync(_rig.Configuration with { Connection = null }, default);
        await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.OverrideInterlockAsync(Id, "ada", "Because.", default));
    }

    private static RemoteContact Added(string id, string name) => Build.Contact(id, name) with { UpdatedAt = Build.Now.AddMinutes(1) };

    private ContactDecision Ignored(string contact) => new()
    {
        RemoteOrganisationId = _rig.Organisation,
        RemoteContactId = Build.ContactId(contact),
        Decision = ReviewDecision.Ignore,
        DecidedAt = Build.Now,
        DecidedBy = "ada",
    };

    private Task<SyncConfiguration> EnableAsync() => _rig.Manager.UpdateAsync(Id, c => c with { IsEnabled = true }, default);

    private Task<SyncConfiguration> AddOrganisationAsync() =>
        _rig.Manager.UpdateAsync(Id, c => c with { Organisations = [.. c.Organisations, new("KO2")] }, default);

    private Task<InterlockState> GetAsync() => _rig.Manager.GetInterlockAsync(Id, default);

    private Task<ReconciliationReport> CompareThreeAsync()
    {
        _rig.Contacts.Put(
            Build.Contact("1", "Acme Limited"), Build.Contact("2", "Borealis Shipping"), Build.Contact("3", "Cirrus Weavers"), Build.Contact("4", "Wholly Unknown"));
        _rig.Clients.Put(
            Build.Client("K1", "Acme Ltd"), Build.Client("K2", "Borealis Shipping"), Build.Client("K3", "Cirrus Weavers Ltd"), Build.Client("K9", "Quixote Mills"));
        return _rig.CompareAsync();
    }

    private ReconciliationReport Report(params IReadOnlyList<ReconciliationRow> rows) => new()
    {
        Id = new(new Guid(7, 0, 0, new byte[8])),
        ConfigurationId = Id,
        RemoteOrganisationId = _rig.Organisation,
        CreatedAt = Build.Now,
        Organisations = [Build.Organisation],
        RequestedBy = "ada",
        Rows = rows,
    };

    private static ReconciliationRow Row(ConfidenceBand band) => new()
    {
        Number = 1,
        Status = ReconciliationStatus.Candidate,
        Contact = Build.Contact("1", "Acme"),
        Client = Build.Client("K1", "Acorn"),
        Band = band,
        Reason = "weak",
    };
}
