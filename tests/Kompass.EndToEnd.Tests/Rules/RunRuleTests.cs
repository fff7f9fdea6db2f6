using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>When a sync runs, when it does not, and how it ends.</summary>
public sealed class RunRuleTests
{
    [Fact]
    public void Enabling_over_contacts_that_nobody_compared_is_refused_until_somebody_answers_for_it()
    {
        using var rig = new Rig(new() { Contacts = ["Harbour Office"], Enable = false });
        var refusal = Assert.Throws<ConfigurationException>(() => rig.SaveSettings(configuration => configuration with { IsEnabled = true }));
        Assert.Contains("Stop here", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(SyncOutcome.NotRun, rig.Sync().Outcome);

        rig.Run(() => rig.Process.Get<IConfigurationManager>().OverrideInterlockAsync(rig.Id, "ada", "Checked by hand", default));
        rig.SaveSettings(configuration => configuration with { IsEnabled = true });

        Assert.Equal(("ada", "Checked by hand"), (rig.Configuration.InterlockOverride!.DecidedBy, rig.Configuration.InterlockOverride.Reason));
        rig.SyncWhole();
    }

    [Fact]
    public void Enabling_over_contacts_that_came_after_the_comparison_is_refused_until_they_are_compared()
    {
        using var rig = new Rig(new() { Contacts = ["Harbour Office"], Enable = false });
        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Compare();
        rig.Advance(TimeSpan.FromMinutes(10));
        rig.Control.AddContact(rig.Tenant, "Lighthouse Keepers");

        var refusal = Assert.Throws<ConfigurationException>(() => rig.SaveSettings(configuration => configuration with { IsEnabled = true }));
        Assert.Contains("contains 1 contact that the comparison of", refusal.Message, StringComparison.Ordinal);

        rig.Compare();
        rig.SaveSettings(configuration => configuration with { IsEnabled = true });
        rig.SyncWhole();
    }

    [Fact]
    public void Paused_configuration_sends_nothing_and_plans_everything()
    {
        using var rig = WithWork();
        rig.SaveSettings(configuration => configuration with { IsPaused = true });

        AssertNotRun(rig, "paused");
        Assert.Equal(2, rig.Plan().Operations.Count);

        rig.SaveSettings(configuration => configuration with { IsPaused = false });
        Assert.Equal(2, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Disabled_configuration_sends_nothing_and_keeps_its_connection()
    {
        using var rig = WithWork();
        rig.SaveSettings(configuration => configuration with { IsEnabled = false });

        AssertNotRun(rig, "not enabled");
        Assert.NotNull(rig.Configuration.Connection);
    }

    [Fact]
    public void Disconnected_configuration_sends_nothing_until_it_is_connected_again()
    {
        using var rig = WithWork();
        rig.SyncWhole();
        rig.Run(() => rig.Process.Get<ILedgerConnector>().DisconnectAsync(rig.Id, "ada", default));
        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(5)));
        rig.Control.ClearCalls();
        AssertNotRun(rig, "not connected");

        rig.Connect(rig.Id, rig.Tenant);
        rig.SaveSettings(configuration => configuration with { IsEnabled = true });
        Assert.Equal(new SyncCounts { InvoicesCreated = 1 }, rig.SyncWhole().Counts);
    }

    [Fact]
    public void Pause_in_the_middle_of_a_run_stops_it_before_the_next_call()
    {
        using var rig = WithWork();
        var progress = new PausingProgress(rig);

        var result = rig.Run(() => rig.Process.Get<ISyncOrchestrator>().RunAsync(rig.Id, progress, default));

        Assert.Equal(SyncOutcome.NotRun, result.Outcome);
        Assert.Contains("paused", result.Message!, StringComparison.Ordinal);
        Assert.Equal(new SyncCounts { ContactsCreated = 1 }, result.Counts);
        rig.AssertBooksHold("Acme Ltd");
    }

    [Fact]
    public void Run_beside_another_one_does_nothing()
    {
        using var rig = WithWork();
        rig.Run(() => rig.Process.Get<ISyncJournal>().TryAcquireAsync(rig.OrganisationId, "another process", TimeSpan.FromMinutes(1), default));

        AssertNotRun(rig, "Another run");

        rig.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(2, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Run_whose_lease_was_taken_over_stops_and_records_nothing_more()
    {
        using var rig = WithWork();
        var progress = new CallingProgress("Creating invoices", () =>
        {
            rig.Process.Journal.StandsStill = true;
            rig.Advance(TimeSpan.FromMinutes(2));
            rig.Process.Journal.StandsStill = false;
            rig.Run(() => rig.Process.Get<ISyncJournal>().TryAcquireAsync(rig.OrganisationId, "another process", TimeSpan.FromMinutes(1), default));
        });
        rig.Clients.Save(Make.Client("C2", "Birch"));
        rig.Invoices.Save(Enumerable.Range(10, 60).Select(number => Make.Invoice($"{number}", "C1", Make.Line(5))));

        var result = rig.Run(() => rig.Process.Get<ISyncOrchestrator>().RunAsync(rig.Id, progress, default));

        Assert.Equal(SyncOutcome.Failed, result.Outcome);
        Assert.Equal(50, rig.Books.Invoices.Count);
        rig.Advance(TimeSpan.FromMinutes(2));
        rig.SyncWhole();
        Assert.Equal(61, rig.Books.Invoices.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Plan_older_than_a_run_is_refused(int seconds)
    {
        using var rig = WithWork();
        var stale = rig.Plan();
        rig.Advance(TimeSpan.FromSeconds(seconds));
        rig.SyncWhole();
        rig.Control.ClearCalls();

        var result = rig.Apply(stale);

        Assert.Equal(SyncOutcome.NotRun, result.Outcome);
        Assert.Contains("plan again", result.Message!, StringComparison.Ordinal);
        Assert.Empty(rig.Writes);
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }

    [Fact]
    public void Plan_applied_twice_does_nothing_the_second_time()
    {
        using var rig = WithWork();
        rig.Invoices.Save(Make.Journal("2", 10));
        var plan = rig.Plan();
        Assert.Equal(3, rig.Apply(plan).Counts.Writes);
        rig.Control.ClearCalls();

        Assert.Equal(SyncOutcome.NotRun, rig.Apply(plan).Outcome);
        Assert.Empty(rig.Writes);
        Assert.Single(rig.Books.ManualJournals);
    }

    [Fact]
    public void Plan_for_another_organisation_is_refused()
    {
        using var rig = WithWork();
        var plan = rig.Plan();
        var other = rig.Control.AddOrganisation("Other Ltd");
        rig.PrepareBooks(other);
        Disconnect(rig);
        rig.Move(other, "Other Ltd");
        rig.SaveSettings(configuration => configuration with
        {
            DefaultAccountId = rig.Control.Books(other).Accounts.First(account => account.Code == "260").Id.ToString(),
            IsEnabled = true,
        });

        var result = rig.Apply(plan);
        Assert.Equal(SyncOutcome.NotRun, result.Outcome);
        Assert.Contains("another organisation", result.Message!, StringComparison.Ordinal);
        Assert.Empty(rig.Books.Contacts);
        Assert.Empty(rig.Control.Books(other).Contacts);
    }

    [Fact]
    public void Day_limit_parks_the_run_and_the_next_one_resumes()
    {
        using var rig = WithWork();
        rig.SyncWhole();
        rig.Control.InjectFault(new(FaultKind.DayLimit) { Method = "PUT", PathPrefix = "/Invoices", Skip = 1, RetryAfter = TimeSpan.FromHours(5) });
        rig.Invoices.Save(Enumerable.Range(10, 70).Select(number => Make.Invoice($"{number}", "C1", Make.Line(5))));

        var parked = rig.Sync();
        Assert.Equal(SyncOutcome.Parked, parked.Outcome);
        Assert.Equal(50, parked.Counts.InvoicesCreated);
        Assert.InRange(parked.RetryAt!.Value - rig.Now, TimeSpan.FromHours(4.9), TimeSpan.FromHours(5.1));

        rig.Advance(TimeSpan.FromHours(1));
        rig.Control.ClearCalls();
        Assert.Equal(SyncOutcome.Parked, rig.Sync().Outcome);
        Assert.DoesNotContain(rig.Control.Calls, call => call.IsAccounting);

        rig.Advance(TimeSpan.FromHours(4.1));
        Assert.Equal(20, rig.SyncWhole().Counts.InvoicesCreated);
        Assert.Equal(71, rig.Books.Invoices.Count);
        Assert.Empty(rig.Holds);
    }

    [Fact]
    public void Minute_limit_is_waited_out_within_the_run()
    {
        using var rig = WithWork();
        rig.Control.InjectFault(new(FaultKind.MinuteLimit) { Method = "PUT", RetryAfter = TimeSpan.FromSeconds(30), Count = 2 });

        Assert.Equal(2, rig.SyncWhole().Counts.Writes);
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }

    [Fact]
    public void Read_that_fails_is_no_empty_list()
    {
        using var rig = WithWork();
        rig.SyncWhole();
        rig.Control.InjectFault(new(FaultKind.Unavailable) { Count = null });
        rig.Clients.Save(Make.Client("C2", "Birch"));

        Assert.Equal(SyncOutcome.Failed, rig.Sync().Outcome);
        rig.AssertBooksHold("Acme Ltd", "DOC-1");

        rig.Control.ClearFaults();
        Assert.Equal(1, rig.SyncWhole().Counts.ContactsCreated);
    }

    [Fact]
    public void Consent_that_was_taken_back_asks_for_a_reconnect()
    {
        using var rig = WithWork();
        rig.Control.Disconnect(rig.Tenant);

        var result = rig.Sync();

        Assert.Equal(SyncOutcome.ReconnectRequired, result.Outcome);
        Assert.False(string.IsNullOrWhiteSpace(result.Message));
        rig.AssertBooksHold();
    }

    [Fact]
    public void Two_configurations_keep_to_their_own_organisations()
    {
        using var rig = WithWork();
        var other = rig.Control.AddOrganisation("Other Ltd");
        rig.PrepareBooks(other);
        rig.Clients.Save(Make.Client("K1", "Birch") with { OrganisationId = new("KO2") });
        rig.Invoices.Save(Make.Invoice("9", "K1", Make.Line(7)) with { OrganisationId = new("KO2"), Reference = "DOC-1" });
        var second = rig.Run(() => rig.Process.Get<IConfigurationManager>().CreateAsync([new("KO2")], "bob", default)).Id;
        rig.Connect(second, other);
        rig.Run(() => rig.Process.Get<IConfigurationManager>().UpdateAsync(
            second,
            configuration => configuration with
            {
                Modules = SyncModules.Clients | SyncModules.Invoices,
                DefaultAccountId = rig.Control.Books(other).Accounts.First(account => account.Code == "200").Id.ToString(),
                CutOverDate = new(2026, 9, 1),
                IsEnabled = true,
            },
            default));
        rig.Run(() => rig.Process.Get<IConfigurationManager>().SaveMappingsAsync(
            second, MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2")], default));

        rig.SyncWhole();
        Assert.Empty(rig.Control.Books(other).Contacts);
        Assert.Equal(2, rig.Run(() => rig.Process.Get<ISyncOrchestrator>().RunAsync(second, null, default)).Counts.Writes);

        rig.AssertBooksHold("Acme Ltd", "DOC-1");
        Assert.Equal("Birch", rig.Control.Books(other).Contacts.Single().Name);
        Assert.Equal(7m, rig.Control.Books(other).Invoices.Single().Net);
    }

    [Fact]
    public void First_of_several_organisations_in_one_consent_is_taken_and_the_others_are_named()
    {
        using var rig = new Rig(new() { Enable = false });
        var first = rig.Control.AddOrganisation("First Ltd");
        var second = rig.Control.AddOrganisation("Second Ltd");

        var configuration = rig.Run(() => rig.Process.Get<IConfigurationManager>().CreateAsync([new("KO2")], "ada", default)).Id;

        var result = rig.Connect(configuration, first, second);

        Assert.Equal("First Ltd", result.Connection!.OrganisationName);
        Assert.Equal(["Second Ltd"], result.OtherOrganisations);
        Assert.Contains("First Ltd", result.Message, StringComparison.Ordinal);
        Assert.Contains("Second Ltd", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Move_to_another_organisation_starts_clean_and_the_way_back_finds_everything()
    {
        using var rig = WithWork();
        rig.SyncWhole();
        var other = rig.Control.AddOrganisation("Other Ltd");
        rig.PrepareBooks(other);

        Disconnect(rig);
        rig.Move(other, "Other Ltd");
        var account = rig.Control.Books(other).Accounts.First(known => known.Code == "200").Id.ToString();
        rig.SaveSettings(configuration => configuration with { DefaultAccountId = account, IsEnabled = false });
        rig.SaveMappings(MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2")]);
        rig.SaveSettings(configuration => configuration with { IsEnabled = true });
        Assert.Equal(2, rig.SyncWhole().Counts.Writes);
        Assert.Single(rig.Control.Books(other).Invoices);

        Disconnect(rig);
        rig.Move(rig.Tenant, "Demo Company (UK)");
        rig.SaveSettings(configuration => configuration with { DefaultAccountId = rig.Account("260"), IsEnabled = true });
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }

    private static void Disconnect(Rig rig) => rig.Run(() => rig.Process.Get<ILedgerConnector>().DisconnectAsync(rig.Id, "ada", default));

    private static Rig WithWork()
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        return rig;
    }

    private static void AssertNotRun(Rig rig, string because)
    {
        var result = rig.Sync();
        Assert.Equal(SyncOutcome.NotRun, result.Outcome);
        Assert.Contains(because, result.Message!, StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Control.Calls, call => call.IsAccounting);
    }

    /// <summary>Pauses the configuration once contacts were created.</summary>
    private sealed class PausingProgress(Rig rig) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value)
        {
            if (value is { Stage: "Creating contacts", Done: 1 })
            {
                rig.SaveSettings(configuration => configuration with { IsPaused = true });
            }
        }
    }

    /// <summary>Does something once, after the first batch of a stage.</summary>
    private sealed class CallingProgress(string stage, Action action) : IProgress<SyncProgress>
    {
        private bool _done;

        public void Report(SyncProgress value)
        {
            if (value.Stage == stage && !_done)
            {
                _done = true;
                action();
            }
        }
    }
}
