using System.Collections;
using System.Reflection;

namespace Kompass.Accounting.StoreConformance;

/// <summary>Configurations: what every store must do.</summary>
public abstract class ConfigurationStoreTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private IConfigurationStore Store => Host.Configurations;

    [SkippableFact]
    public async Task Save_every_setting_is_read_back_as_it_was()
    {
        var configuration = Full(1);
        AssertNoDefaults(configuration);

        var saved = await Store.SaveAsync(configuration, None);
        var read = await Fixture.Start().Configurations.GetAsync(configuration.Id, None);

        Assert.Equal(1, saved.Version);
        Assert.Equivalent(configuration with { Version = 1 }, read, strict: true);
        Assert.Equal(configuration.Organisations, read!.Organisations);
    }

    [SkippableFact]
    public async Task Save_with_defaults_alone_is_read_back_as_it_was()
    {
        await Store.SaveAsync(Make.Configuration(1, "k1"), None);

        Assert.Equivalent(Make.Configuration(1, "k1") with { Version = 1 }, await Store.GetAsync(new(Make.Id(1)), None), strict: true);
        Assert.Null(await Store.GetAsync(new(Make.Id(2)), None));
    }

    [SkippableFact]
    public async Task Save_grows_the_version_and_refuses_an_older_one()
    {
        var first = await Store.SaveAsync(Make.Configuration(1, "k1"), None);
        var second = await Store.SaveAsync(first with { IsPaused = true }, None);
        Assert.Equal(2, second.Version);

        var exception = await Assert.ThrowsAsync<StoreConflictException>(() => Store.SaveAsync(first with { IsEnabled = true }, None));

        Assert.Contains(first.Id.ToString(), exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreConflictException>(() => Store.SaveAsync(Make.Configuration(1, "k1"), None));
        await Assert.ThrowsAsync<StoreConflictException>(() => Store.SaveAsync(Make.Configuration(2, "k2") with { Version = 4 }, None));
        var read = await Store.GetAsync(first.Id, None);
        Assert.Equal((true, false, 2L), (read!.IsPaused, read.IsEnabled, read.Version));
    }

    [SkippableFact]
    public async Task Save_of_an_organisation_that_belongs_to_another_configuration_names_both()
    {
        var first = await Store.SaveAsync(Make.Configuration(1, "k1", "k2"), None);

        var exception = await Assert.ThrowsAsync<ConfigurationException>(() => Store.SaveAsync(Make.Configuration(2, "k3", "k2"), None));

        Assert.Equal(nameof(SyncConfiguration.Organisations), Assert.Single(exception.Problems).Setting);
        Assert.Contains("k2", exception.Message, StringComparison.Ordinal);
        Assert.Contains(first.Id.ToString(), exception.Message, StringComparison.Ordinal);
        Assert.Single(await Store.ListAsync(None));

        await Store.SaveAsync(first with { Organisations = [new("k1")] }, None);
        await Store.SaveAsync(Make.Configuration(2, "k3", "k2"), None);
        Assert.Equal(["k3", "k2"], (await Store.GetAsync(new(Make.Id(2)), None))!.Organisations.Select(id => id.Value));
    }

    [SkippableFact]
    public async Task Save_of_an_organisation_twice_is_refused()
    {
        await Assert.ThrowsAsync<ConfigurationException>(() => Store.SaveAsync(Make.Configuration(1, "k1", "k1"), None));

        Assert.Empty(await Store.ListAsync(None));
    }

    [SkippableFact]
    public async Task Save_of_a_remote_organisation_that_is_connected_elsewhere_is_refused_until_it_is_disconnected()
    {
        var first = await Store.SaveAsync(Make.Configuration(1, "k1") with { Connection = Make.Connection(Organisation) }, None);
        var second = await Store.SaveAsync(Make.Configuration(2, "k2"), None);

        var exception = await Assert.ThrowsAsync<ConfigurationException>(
            () => Store.SaveAsync(second with { Connection = Make.Connection(Organisation) }, None));
        Assert.Equal(nameof(SyncConfiguration.Connection), Assert.Single(exception.Problems).Setting);

        await Store.SaveAsync(first with { Connection = null }, None);
        await Store.SaveAsync(second with { Connection = Make.Connection(Organisation) }, None);
        Assert.Equal(Organisation, (await Store.GetAsync(second.Id, None))!.Connection!.OrganisationId);
    }

    [SkippableFact]
    public async Task List_answers_oldest_first()
    {
        await Store.SaveAsync(Make.Configuration(3, "k3", "k0"), None);
        await Store.SaveAsync(Make.Configuration(1, "k1"), None);
        await Store.SaveAsync(Make.Configuration(2, "k2"), None);

        var listed = await Store.ListAsync(None);

        Assert.Equal([Make.Id(1), Make.Id(2), Make.Id(3)], listed.Select(configuration => configuration.Id.Value));
        Assert.Equal(["k3", "k0"], listed[2].Organisations.Select(id => id.Value));
    }

    [SkippableFact]
    public async Task Remove_frees_its_organisations()
    {
        await Store.SaveAsync(Make.Configuration(1, "k1") with { Connection = Make.Connection(Organisation) }, None);

        Assert.True(await Store.RemoveAsync(new(Make.Id(1)), None));
        Assert.False(await Store.RemoveAsync(new(Make.Id(1)), None));
        Assert.Null(await Store.GetAsync(new(Make.Id(1)), None));
        await Store.SaveAsync(Make.Configuration(2, "k1") with { Connection = Make.Connection(Organisation) }, None);
    }

    [SkippableFact]
    public async Task Save_by_racing_administrators_lets_one_of_each_version_win()
    {
        var hosts = Enumerable.Range(0, 4).Select(_ => Fixture.Start()).ToList();
        var first = await Store.SaveAsync(Make.Configuration(1, "k1"), None);

        var wins = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => AttemptAsync(
            () => hosts[number % 4].Configurations.SaveAsync(first with { DefaultAccountId = $"{number}" }, None))));

        Assert.Single(wins, won => won);
        Assert.Equal(2, (await Store.GetAsync(first.Id, None))!.Version);
    }

    [SkippableFact]
    public async Task Save_by_racing_administrators_gives_an_organisation_to_one_configuration()
    {
        var hosts = Enumerable.Range(0, 4).Select(_ => Fixture.Start()).ToList();

        var wins = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => AttemptAsync(
            () => hosts[number % 4].Configurations.SaveAsync(Make.Configuration(10 + number, "k1"), None))));

        Assert.Single(wins, won => won);
        Assert.Single(await Store.ListAsync(None));
    }

    private static Task<bool> AttemptAsync(Func<Task> save) => Task.Run(async () =>
    {
        try
        {
            await save();
            return true;
        }
        catch (Exception exception) when (exception is ConfigurationException or StoreConflictException)
        {
            return false;
        }
    });

    private static SyncConfiguration Full(int number) => Make.Configuration(number, "k2", "k1") with
    {
        Modules = SyncModules.Clients | SyncModules.Invoices,
        IsEnabled = true,
        IsPaused = true,
        Pilot = new(new([new("i1"), new("i2")], [new("c1")]), "Dee", Make.Instant),
        IsShadow = true,
        Interval = TimeSpan.FromMinutes(7),
        Reminders = new("Eve", Make.Instant, 3, Organisation),
        DefaultAccountId = "acc",
        DefaultItemCode = "item",
        CutOverDate = new(2026, 1, 1),
        Contacts = new()
        {
            Scope = ClientScope.WithDocuments,
            LinkedFields = new Dictionary<ContactField, FieldPolicy> { [ContactField.Address] = FieldPolicy.Never },
            CreatedFields = new Dictionary<ContactField, FieldPolicy> { [ContactField.Name] = FieldPolicy.FillBlanks },
        },
        Documents = new()
        {
            LineAmountTypes = LineAmountTypes.Inclusive,
            InvoiceStatus = DocumentStatus.Submitted,
            CreditNoteStatus = DocumentStatus.Submitted,
            JournalStatus = DocumentStatus.Draft,
            NumberTemplate = "{id}",
            ReferenceTemplate = "{reference}",
            HoldUnmappedNominals = true,
            VatFiledTo = new(2026, 3, 31),
            RedateLockedJournals = true,
            Differences = DifferencePolicy.RoundingLine,
            RoundingAccountId = "rounding",
            RoundingLimit = 0.03m,
            TaxAmountTolerance = 0.04m,
        },
        NotificationRecipients = ["a@example.com", "b@example.com"],
        Connection = Make.Connection(Organisation) with { Loss = new(Make.Instant, "gone") },
        FormerConnection = new(new("former"), "Former Ltd", Make.Instant, "Bob"),
        PendingConnection = Make.Connection(new("pending")),
        Troubles = [new(new("organisation-1"), TroubleKind.Held, HoldReason.NameTaken, Make.Instant, Make.Instant)],
        Backlog = new(Make.Instant, Make.Instant, new() { InvoicesCreated = 7, Held = 1 }) { ReleasedAt = Make.Instant, ReleasedBy = "Cid" },
        InterlockOverride = new("Ada", Make.Instant, "because", Organisation),
    };

    /// <summary>A setting that is added later must be added here as well, or its loss would go unseen.</summary>
    private static void AssertNoDefaults(SyncConfiguration configuration)
    {
        AssertDiffers(configuration, Make.Configuration(1), [nameof(SyncConfiguration.Id), nameof(SyncConfiguration.CreatedBy),
            nameof(SyncConfiguration.CreatedAt), nameof(SyncConfiguration.Version)]);
        AssertDiffers(configuration.Contacts, new ContactSettings(), []);
        AssertDiffers(configuration.Documents, new DocumentSettings(), []);
    }

    private static void AssertDiffers(object value, object defaults, string[] except)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !except.Contains(property.Name)))
        {
            var isDefault = property.GetValue(value) is IEnumerable and not string
                ? !((IEnumerable)property.GetValue(value)!).Cast<object>().Any()
                : Equals(property.GetValue(value), property.GetValue(defaults));
            Assert.False(isDefault, $"{value.GetType().Name}.{property.Name} has its default in this test: give it another value.");
        }
    }
}
