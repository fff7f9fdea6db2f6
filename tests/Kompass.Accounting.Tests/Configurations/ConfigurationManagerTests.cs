namespace Kompass.Accounting.Tests;

public sealed class ConfigurationManagerTests
{
    private readonly Rig _rig = new();

    private ConfigurationId Id => _rig.Configuration.Id;

    [Fact]
    public async Task CreateAsync_makes_a_configuration_that_does_nothing_yet()
    {
        var created = await _rig.Manager.CreateAsync([new("KO2"), new("KO3"), new("KO2")], "bob", default);

        Assert.Equal([new("KO2"), new("KO3")], created.Organisations);
        Assert.Equal((false, SyncModules.None, null, "bob", Build.Now, 1L),
            (created.IsEnabled, created.Modules, created.Connection, created.CreatedBy, created.CreatedAt, created.Version));
        Assert.Equal(created, await _rig.Configurations.GetAsync(created.Id, default));
    }

    [Fact]
    public async Task CreateAsync_without_an_organisation_is_refused() =>
        AssertProblem(
            await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.CreateAsync([], "bob", default)),
            nameof(SyncConfiguration.Organisations), "Select at least one");

    [Fact]
    public async Task CreateAsync_with_an_organisation_of_another_configuration_is_refused()
    {
        AssertProblem(
            await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.CreateAsync([Build.Organisation], "bob", default)),
            nameof(SyncConfiguration.Organisations), $"belongs to configuration {Id} already");
        Assert.Single(await _rig.Configurations.ListAsync(default));
    }

    public static TheoryData<string, Func<SyncConfiguration, SyncConfiguration>, string, string> Broken => new()
    {
        { "no organisation", c => c with { Organisations = [] }, nameof(SyncConfiguration.Organisations), "Select at least one" },
        { "organisation twice", c => c with { Organisations = [Build.Organisation, Build.Organisation] }, nameof(SyncConfiguration.Organisations), "selected twice" },
        { "invoices alone", c => c with { Modules = SyncModules.Invoices }, nameof(SyncConfiguration.Modules), "Invoices needs Clients" },
        { "no cut-over", c => c with { CutOverDate = null }, nameof(SyncConfiguration.CutOverDate), "Invoices needs a cut-over date" },
        { "strange module", c => c with { Modules = (SyncModules)9 }, nameof(SyncConfiguration.Modules), "does not exist" },
        { "enabled unconnected", c => c with { IsEnabled = true, Connection = null }, nameof(SyncConfiguration.Connection), "Authorise it first" },
        { "enabled without account", c => c with { IsEnabled = true, DefaultAccountId = null }, nameof(SyncConfiguration.DefaultAccountId), "No account default is set" },
        { "enabled without modules", c => c with { IsEnabled = true, Modules = SyncModules.None }, nameof(SyncConfiguration.Modules), "No module is selected" },
        { "unknown account", c => c with { DefaultAccountId = "account-9" }, nameof(SyncConfiguration.DefaultAccountId), "No account has the id 'account-9' in Xero" },
        { "archived account", c => c with { DefaultAccountId = "account-299" }, nameof(SyncConfiguration.DefaultAccountId), "299 Old Sales is archived in Xero" },
        { "account not for sales", c => c with { DefaultAccountId = "account-820" }, nameof(SyncConfiguration.DefaultAccountId), "820 VAT takes no sales documents" },
        { "system account", c => c with { DefaultAccountId = "account-610" }, nameof(SyncConfiguration.DefaultAccountId), "takes neither sales documents nor journals" },
        { "unknown item", c => c with { DefaultItemCode = "NONE" }, nameof(SyncConfiguration.DefaultItemCode), "No item has the code 'NONE'" },
        { "tracked item", c => c with { DefaultItemCode = "STOCK" }, nameof(SyncConfiguration.DefaultItemCode), "tracked stock" },
        { "unsold item", c => c with { DefaultItemCode = "BOUGHT" }, nameof(SyncConfiguration.DefaultItemCode), "is not sold in Xero" },
        { "unknown difference policy", c => c with { Documents = new() { Differences = (DifferencePolicy)7 } }, nameof(DocumentSettings.Differences), "Choose Hold, RoundingLine or TaxAmounts" },
        { "rounding without account", c => c with { Documents = new() { Differences = DifferencePolicy.RoundingLine } }, nameof(DocumentSettings.RoundingAccountId), "needs an account" },
        { "rounding limit of nothing", c => c with { Documents = new() { RoundingLimit = 0 } }, nameof(DocumentSettings.RoundingLimit), "from 0.01 to 1.00" },
        { "rounding limit of a fraction", c => c with { Documents = new() { RoundingLimit = 0.055m } }, nameof(DocumentSettings.RoundingLimit), "at most two decimals" },
        { "tolerance too wide", c => c with { Documents = new() { TaxAmountTolerance = 1.01m } }, nameof(DocumentSettings.TaxAmountTolerance), "from 0.01 to 1.00" },
        { "VAT filed in the future", c => c with { Documents = new() { VatFiledTo = new(2026, 11, 3) } }, nameof(DocumentSettings.VatFiledTo), "lies in the future" },
        { "rounding account of receivables", c => c with { Documents = new() { RoundingAccountId = "account-610" } }, nameof(DocumentSettings.RoundingAccountId), "takes no rounding line" },
        { "invoice status", c => c with { Documents = new() { InvoiceStatus = DocumentStatus.Paid } }, nameof(SyncConfiguration.Documents), "InvoiceStatus is Paid. Choose Draft, Submitted or Approved" },
        { "credit note status", c => c with { Documents = new() { CreditNoteStatus = DocumentStatus.Voided } }, nameof(SyncConfiguration.Documents), "CreditNoteStatus is Voided" },
        { "journal status", c => c with { Documents = new() { JournalStatus = DocumentStatus.Submitted } }, nameof(SyncConfiguration.Documents), "JournalStatus is Submitted. Choose Draft or Approved" },
        { "line amounts", c => c with { Documents = new() { LineAmountTypes = LineAmountTypes.NoTax } }, nameof(SyncConfiguration.Documents), "Choose Exclusive or Inclusive" },
        { "number placeholder", c => c with { Documents = new() { NumberTemplate = "{reference}-{order}" } }, nameof(SyncConfiguration.Documents), "NumberTemplate '{reference}-{order}' holds a placeholder that is not known" },
        { "number constant", c => c with { Documents = new() { NumberTemplate = "INV-{organisation}" } }, nameof(SyncConfiguration.Documents), "gives every document the same number" },
        { "reference placeholder", c => c with { Documents = new() { ReferenceTemplate = "{orders}" } }, nameof(SyncConfiguration.Documents), "ReferenceTemplate '{orders}'" },
        { "reference brace", c => c with { Documents = new() { ReferenceTemplate = "{order" } }, nameof(SyncConfiguration.Documents), "no other braces" },
        { "unknown policy", c => c with { Contacts = new() { LinkedFields = new Dictionary<ContactField, FieldPolicy> { [ContactField.Name] = (FieldPolicy)7 } } }, nameof(SyncConfiguration.Contacts), "The policy '7' for the field 'Name'" },
        { "unknown field", c => c with { Contacts = new() { CreatedFields = new Dictionary<ContactField, FieldPolicy> { [(ContactField)99] = FieldPolicy.Never } } }, nameof(SyncConfiguration.Contacts), "for the field '99'" },
        { "number overwritten", c => c with { Contacts = new() { LinkedFields = new Dictionary<ContactField, FieldPolicy> { [ContactField.ContactNumber] = FieldPolicy.KompassWins } } }, nameof(SyncConfiguration.Contacts), "never overwritten" },
        { "unknown scope", c => c with { Contacts = new() { Scope = (ClientScope)5 } }, nameof(SyncConfiguration.Contacts), "Choose All or WithDocuments" },
        { "short interval", c => c with { Interval = TimeSpan.FromSeconds(59) }, nameof(SyncConfiguration.Interval), "The time between two runs is 00:00:59. Choose 1 minute at least" },
        { "long interval", c => c with { Interval = TimeSpan.FromHours(25) }, nameof(SyncConfiguration.Interval), "Choose 1 minute at least and 1 day at most" },
        { "recipient", c => c with { NotificationRecipients = ["ada@example.com", "ada at example"] }, nameof(SyncConfiguration.NotificationRecipients), "'ada at example' is not an e-mail address" },
        { "named recipient", c => c with { NotificationRecipients = ["Ada <ada@example.com>"] }, nameof(SyncConfiguration.NotificationRecipients), "is not an e-mail address" },
        { "blank recipient", c => c with { NotificationRecipients = [""] }, nameof(SyncConfiguration.NotificationRecipients), "is not an e-mail address" },
        { "creator", c => c with { CreatedBy = "eve" }, nameof(SyncConfiguration.Id), "cannot be changed" },
        { "other id", c => c with { Id = new(default) }, nameof(SyncConfiguration.Id), "cannot be changed" },
        { "override", c => c with { InterlockOverride = new("eve", default, "why not", c.Connection!.OrganisationId) }, nameof(SyncConfiguration.InterlockOverride), "not by saving settings" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task UpdateAsync_that_breaks_a_rule_is_refused_and_saves_nothing(
        string name, Func<SyncConfiguration, SyncConfiguration> change, string setting, string message)
    {
        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.UpdateAsync(Id, change, default));

        Assert.True(refusal.Problems.Any(problem => problem.Setting == setting && problem.Message.Contains(message, StringComparison.Ordinal)),
            $"{name}: {refusal.Message}");
        Assert.Equal(1, (await _rig.Configurations.GetAsync(Id, default))!.Version);
    }

    [Fact]
    public async Task UpdateAsync_names_every_broken_rule_at_once()
    {
        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.UpdateAsync(
            Id, c => c with { CutOverDate = null, NotificationRecipients = ["x"], DefaultAccountId = null, IsEnabled = true }, default));

        Assert.Equal(3, refusal.Problems.Count);
    }

    [Fact]
    public async Task UpdateAsync_to_an_organisation_of_another_configuration_is_refused()
    {
        var other = await _rig.Manager.CreateAsync([new("KO2")], "bob", default);

        AssertProblem(
            await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.UpdateAsync(
                other.Id, c => c with { Organisations = [new("KO2"), Build.Organisation] }, default)),
            nameof(SyncConfiguration.Organisations), "Remove it there first");
        AssertProblem(
            await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.UpdateAsync(
                other.Id, c => c with { Connection = Build.Connection() }, default)),
            nameof(SyncConfiguration.Connection), $"connected to configuration {Id} already");
    }

    [Fact]
    public async Task UpdateAsync_of_an_unknown_configuration_is_refused() =>
        await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.UpdateAsync(new(default), c => c, default));

    [Fact]
    public async Task UpdateAsync_saves_every_allowed_setting()
    {
        var saved = await _rig.Manager.UpdateAsync(
            Id,
            c => c with
            {
                DefaultAccountId = "account-210",
                DefaultItemCode = "DESIGN",
                NotificationRecipients = ["ada@example.com"],
                Contacts = new() { LinkedFields = new Dictionary<ContactField, FieldPolicy> { [ContactField.ContactNumber] = FieldPolicy.Never } },
                Documents = new()
                {
                    InvoiceStatus = DocumentStatus.Submitted,
                    JournalStatus = DocumentStatus.Draft,
                    LineAmountTypes = LineAmountTypes.Inclusive,
                    NumberTemplate = "{organisation}/{reference}",
                    ReferenceTemplate = "{order} {reference} {id} {organisation}",
                },
            },
            default);

        Assert.Equal(2, saved.Version);
        Assert.Equal(saved, await _rig.Configurations.GetAsync(Id, default));
    }

    [Fact]
    public async Task UpdateAsync_asks_the_ledger_again_before_it_refuses_what_was_added_a_minute_ago()
    {
        await _rig.Cache.GetAccountsAsync(Build.Connection(), default);
        _rig.Catalogue.Accounts = [.. _rig.Catalogue.Accounts, FakeLedgerCatalogue.Account("230", "New", AccountClass.Revenue, "REVENUE", "OUTPUT2")];

        Assert.Equal("account-230", (await _rig.Manager.UpdateAsync(Id, c => c with { DefaultAccountId = "account-230" }, default)).DefaultAccountId);
    }

    [Fact]
    public async Task UpdateAsync_when_the_ledger_cannot_be_read_throws_and_saves_nothing()
    {
        _rig.Ledger.FaultBefore = _ => new RemoteLedgerException(RemoteFault.Unavailable, "down");

        await Assert.ThrowsAsync<RemoteLedgerException>(() => _rig.Manager.UpdateAsync(Id, c => c with { DefaultAccountId = "account-210" }, default));
        Assert.Equal(1, (await _rig.Configurations.GetAsync(Id, default))!.Version);
    }

    [Fact]
    public async Task UpdateAsync_that_touches_no_ledger_setting_asks_the_ledger_nothing()
    {
        await _rig.Manager.UpdateAsync(Id, c => c with { IsPaused = true }, default);

        Assert.Empty(_rig.Ledger.Calls);
    }

    [Fact]
    public async Task UpdateAsync_decides_again_when_somebody_saved_meanwhile()
    {
        _rig.Configurations.BeforeSave = SaveRivalOnceAsync;

        var saved = await _rig.Manager.UpdateAsync(Id, c => c with { NotificationRecipients = ["ada@example.com"] }, default);

        Assert.True(saved.IsPaused);
        Assert.Equal(3, saved.Version);
        Assert.Equal(["ada@example.com"], saved.NotificationRecipients);
    }

    [Fact]
    public async Task UpdateAsync_gives_up_when_somebody_saves_each_time()
    {
        _rig.Configurations.BeforeSave = async _ =>
        {
            await SaveRivalOnceAsync(_);
            _rig.Configurations.BeforeSave = SaveRivalOnceAsync;
        };

        await Assert.ThrowsAsync<StoreConflictException>(() => _rig.Manager.UpdateAsync(Id, c => c with { NotificationRecipients = [] }, default));
    }

    [Fact]
    public async Task UpdateAsync_that_disables_keeps_the_connection()
    {
        await _rig.Manager.UpdateAsync(Id, c => c with { IsEnabled = true }, default);

        var disabled = await _rig.Manager.UpdateAsync(Id, c => c with { IsEnabled = false }, default);

        Assert.False(disabled.IsEnabled);
        Assert.Equal(Build.Connection(), disabled.Connection);
    }

    [Fact]
    public async Task UpdateAsync_enables_a_configuration_whose_organisation_is_empty() =>
        Assert.True((await _rig.Manager.UpdateAsync(Id, c => c with { IsEnabled = true }, default)).IsEnabled);

    [Fact]
    public async Task UpdateAsync_to_enable_while_the_interlock_is_closed_is_refused()
    {
        _rig.Contacts.Put(Build.Contact("1", "Acme"));

        AssertProblem(
            await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.UpdateAsync(Id, c => c with { IsEnabled = true }, default)),
            nameof(SyncConfiguration.IsEnabled), "Stop here: Demo Company (UK) contains 1 contact never compared");
    }

    [Fact]
    public async Task UpdateAsync_of_an_enabled_configuration_does_not_close_on_contacts_added_later()
    {
        await _rig.Manager.UpdateAsync(Id, c => c with { IsEnabled = true }, default);
        _rig.Contacts.Put(Build.Contact("1", "Acme"));

        Assert.True((await _rig.Manager.UpdateAsync(Id, c => c with { NotificationRecipients = ["a@b.example"] }, default)).IsEnabled);
    }

    [Fact]
    public async Task UpdateAsync_that_moves_an_enabled_configuration_to_another_organisation_asks_the_interlock_again()
    {
        await _rig.Manager.UpdateAsync(Id, c => c with { IsEnabled = true }, default);
        _rig.Contacts.Put(Build.Contact("1", "Acme"));

        AssertProblem(
            await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.UpdateAsync(Id, c => c with { Connection = Build.Connection("tenant-2") }, default)),
            nameof(SyncConfiguration.IsEnabled), "Stop here");
    }

    [Fact]
    public async Task SaveMappingsAsync_replaces_the_mappings_of_one_kind()
    {
        await _rig.Manager.SaveMappingsAsync(Id, MappingKind.Item, [new(MappingKind.Item, "D1", "DESIGN"), new(MappingKind.Item, "D2", "DESIGN")], default);
        await _rig.Manager.SaveMappingsAsync(Id, MappingKind.Account, [new(MappingKind.Account, "4000", "account-200")], default);
        await _rig.Manager.SaveMappingsAsync(Id, MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2")], default);

        await _rig.Manager.SaveMappingsAsync(Id, MappingKind.Item, [new(MappingKind.Item, "D1", "BUILD")], default);

        Assert.Equal(
            [new(MappingKind.Account, "4000", "account-200"), new(MappingKind.TaxRate, "S20", "OUTPUT2"), new(MappingKind.Item, "D1", "BUILD")],
            await _rig.Mappings.GetMappingsAsync(_rig.Organisation, default));
    }

    [Fact]
    public async Task SaveMappingsAsync_of_nothing_removes_them_and_asks_the_ledger_nothing()
    {
        await _rig.Manager.SaveMappingsAsync(Id, MappingKind.Item, [new(MappingKind.Item, "D1", "DESIGN")], default);
        _rig.Ledger.Forget();

        await _rig.Manager.SaveMappingsAsync(Id, MappingKind.Item, [], default);

        Assert.Empty(await _rig.Mappings.GetMappingsAsync(_rig.Organisation, default));
        Assert.Empty(_rig.Ledger.Calls);
    }

    [Theory]
    [InlineData(MappingKind.Item, "NONE", "No item has the code 'NONE'")]
    [InlineData(MappingKind.Item, "STOCK", "tracked stock")]
    [InlineData(MappingKind.Item, "BOUGHT", "is not sold")]
    [InlineData(MappingKind.Account, "account-9", "No account has the id 'account-9'")]
    [InlineData(MappingKind.Account, "account-299", "is archived in Xero")]
    [InlineData(MappingKind.Account, "account-610", "takes neither sales documents nor journals")]
    [InlineData(MappingKind.TaxRate, "OUTPUT9", "No tax rate has the code 'OUTPUT9'")]
    [InlineData(MappingKind.TaxRate, "OLD15", "15% (VAT on Income) is archived")]
    [InlineData(MappingKind.TaxRate, " ", "is mapped to nothing")]
    public async Task SaveMappingsAsync_of_something_unsuitable_is_refused_by_its_code(MappingKind kind, string key, string message)
    {
        var good = kind switch { MappingKind.Item => "DESIGN", MappingKind.Account => "account-200", _ => "OUTPUT2" };

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() =>
            _rig.Manager.SaveMappingsAsync(Id, kind, [new(kind, "GOOD", good), new(kind, "BAD", key)], default));

        var problem = Assert.Single(refusal.Problems);
        Assert.StartsWith("'BAD'", problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Empty(await _rig.Mappings.GetMappingsAsync(_rig.Organisation, default));
    }

    [Fact]
    public async Task SaveMappingsAsync_beside_one_that_was_archived_since_keeps_it_and_saves_the_other()
    {
        CodeMapping archived = new(MappingKind.Account, "3999", "account-299"), good = new(MappingKind.Account, "4000", "account-200");
        await _rig.Mappings.SaveMappingsAsync(_rig.Organisation, MappingKind.Account, [archived], default);

        await _rig.Manager.SaveMappingsAsync(Id, MappingKind.Account, [archived, good], default);

        Assert.Equal([archived, good], await _rig.Mappings.GetMappingsAsync(_rig.Organisation, default));
        await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.SaveMappingsAsync(
            Id, MappingKind.Account, [archived, good, archived with { KompassCode = "4010" }], default));
    }

    [Fact]
    public async Task SaveMappingsAsync_of_one_code_twice_or_of_another_kind_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.SaveMappingsAsync(
            Id, MappingKind.Item, [new(MappingKind.Item, "D1", "DESIGN"), new(MappingKind.Item, "D1", "BUILD"), new(MappingKind.Account, "4000", "account-200")], default));

        Assert.Equal(2, refusal.Problems.Count);
        Assert.Contains("'D1' is mapped 2 times", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'4000' is a mapping of kind Account", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveMappingsAsync_names_every_problem()
    {
        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.SaveMappingsAsync(
            Id, MappingKind.Item, [new(MappingKind.Item, "D1", "X"), new(MappingKind.Item, "D2", "STOCK"), new(MappingKind.Item, "D3", "Y")], default));

        Assert.Equal(["Item 'D1'", "Item 'D2'", "Item 'D3'"], refusal.Problems.Select(problem => problem.Setting));
    }

    [Fact]
    public async Task SaveMappingsAsync_without_a_connection_is_refused()
    {
        await _rig.Configurations.SaveAsync(_rig.Configuration with { Connection = null }, default);

        await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Manager.SaveMappingsAsync(Id, MappingKind.Item, [], default));
    }

    private static void AssertProblem(ConfigurationException refusal, string setting, string message)
    {
        var problem = Assert.Single(refusal.Problems);
        Assert.Equal(setting, problem.Setting);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    private async Task SaveRivalOnceAsync(SyncConfiguration _)
    {
        _rig.Configurations.BeforeSave = null;
        var standing = (await _rig.Configurations.GetAsync(Id, default))!;
        await _rig.Configurations.SaveAsync(standing with { IsPaused = true }, default);
    }
}
