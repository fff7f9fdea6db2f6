using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>A configuration and a second organisation: never by accident, on purpose after a disconnection, and back again.</summary>
public sealed class MoveScenarios
{
    [Fact]
    public void Consent_for_another_organisation_changes_nothing_while_one_is_connected()
    {
        using var rig = Synced(out var other);
        var before = rig.Connection;

        var result = Consent(rig, other);

        Assert.Equal(ConnectOutcome.OtherOrganisation, result.Outcome);
        Assert.Contains("'Other Ltd'", result.Message, StringComparison.Ordinal);
        Assert.Contains($"'{before.OrganisationName}'", result.Message, StringComparison.Ordinal);
        Assert.Equal(before, rig.Connection);
        Assert.True(rig.Configuration.IsEnabled);
        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(5)));
        Assert.Equal(new SyncCounts { InvoicesCreated = 1 }, rig.SyncWhole().Counts);
        Assert.Empty(rig.Control.Books(other).Invoices);
    }

    [Fact]
    public void Consent_that_covers_the_connected_organisation_too_renews_that_one()
    {
        using var rig = Synced(out var other);

        var result = Consent(rig, other, rig.Tenant);

        Assert.Equal(ConnectOutcome.Connected, result.Outcome);
        Assert.Equal(rig.OrganisationId, rig.Connection.OrganisationId);
        Assert.Equal(["Other Ltd"], result.OtherOrganisations);
        Assert.True(rig.Configuration.IsEnabled);
        Assert.NotNull(rig.Configuration.DefaultAccountId);
    }

    [Fact]
    public void After_a_disconnection_another_organisation_waits_until_its_name_is_confirmed()
    {
        using var rig = Synced(out var other);
        Disconnect(rig);

        Assert.Equal(ConnectOutcome.ConfirmationRequired, Consent(rig, other).Outcome);
        Assert.Null(rig.Configuration.Connection);
        Assert.Equal("Other Ltd", rig.Configuration.PendingConnection!.OrganisationName);
        Assert.Equal(SyncOutcome.NotRun, rig.Sync().Outcome);

        Assert.Equal(ConnectOutcome.ConfirmationRequired, Confirm(rig, "Another Ltd").Outcome);
        Assert.Null(rig.Configuration.Connection);

        var confirmed = Confirm(rig, "other ltd ");
        Assert.True(confirmed.Outcome == ConnectOutcome.Connected, confirmed.Message);
        Assert.Equal("Other Ltd", rig.Connection.OrganisationName);
        Assert.Equal(ConnectOutcome.Invalid, Confirm(rig, "Other Ltd").Outcome);
    }

    [Fact]
    public void Move_parks_links_mappings_and_journal_clears_the_defaults_and_closes_the_interlock_and_the_way_back_restores_them()
    {
        using var rig = Synced(out var other);
        rig.Control.AddContact(other, "Harbour Office");
        var (links, documents, mappings) = Kept(rig, rig.OrganisationId);
        Assert.Equal((1, 1), (links, documents));
        rig.Run(() => rig.Process.Get<IConfigurationManager>().OverrideInterlockAsync(rig.Id, "ada", "A test.", default));
        Disconnect(rig);
        Consent(rig, other);
        Confirm(rig, "Other Ltd");

        // The other organisation starts clean.
        var moved = rig.Configuration;
        Assert.Equal((false, null, null, null), (moved.IsEnabled, moved.DefaultAccountId, moved.DefaultItemCode, moved.InterlockOverride));
        Assert.Equal((0, 0, 0), Kept(rig, new(other.ToString())));
        Assert.False(rig.Run(() => rig.Process.Get<IConfigurationManager>().GetInterlockAsync(rig.Id, default)).IsOpen);
        Assert.Throws<ConfigurationException>(() => rig.SaveSettings(configuration => configuration with { IsEnabled = true }));
        var revenue = rig.Control.Books(other).Accounts.First(account => account.Code == "200").Id.ToString();
        var refusal = Assert.Throws<ConfigurationException>(() =>
            rig.SaveSettings(configuration => configuration with { DefaultAccountId = revenue, IsEnabled = true }));
        Assert.Contains("Stop here", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(rig.Control.Books(other).Invoices);

        // And the first one is back as it was left.
        Disconnect(rig);
        Assert.Equal(ConnectOutcome.ConfirmationRequired, Consent(rig, rig.Tenant).Outcome);
        Confirm(rig, rig.Configuration.PendingConnection!.OrganisationName);
        Assert.Equal((links, documents, mappings), Kept(rig, rig.OrganisationId));
        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(5)));
        rig.SaveSettings(configuration => configuration with { DefaultAccountId = rig.Account("260"), IsEnabled = true });
        Assert.Equal(new SyncCounts { InvoicesCreated = 1 }, rig.SyncWhole().Counts);
        rig.AssertBooksHold("Acme Ltd", "DOC-1", "DOC-2");
    }

    [Fact]
    public void Confirmation_that_nobody_gives_lapses_with_its_tokens()
    {
        using var rig = Synced(out var other);
        Disconnect(rig);
        Consent(rig, other);
        rig.LeapAndTend(TimeSpan.FromHours(23));
        Assert.NotNull(rig.Configuration.PendingConnection);

        rig.LeapAndTend(TimeSpan.FromHours(2));

        Assert.Null(rig.Configuration.PendingConnection);
        Assert.Empty(rig.Run(() => rig.Process.Get<ICredentialStore>().ListAsync("xero", default)));
        Assert.Equal(ConnectOutcome.Invalid, Confirm(rig, "Other Ltd").Outcome);
    }

    [Fact]
    public void Disconnecting_drops_what_waits_to_be_confirmed()
    {
        using var rig = Synced(out var other);
        Disconnect(rig);
        Consent(rig, other);

        Disconnect(rig);

        Assert.Null(rig.Configuration.PendingConnection);
        Assert.Equal(rig.OrganisationId, rig.Configuration.FormerConnection!.OrganisationId);
        Assert.Empty(rig.Control.Connections);
    }

    [Theory]
    [InlineData(FaultKind.ResponseLostAfterCommit)]
    [InlineData(FaultKind.RequestLost)]
    public void Outcome_unknown_at_a_disconnection_stays_unknown_and_is_settled_after_connecting_again(FaultKind kind)
    {
        using var rig = Synced(out var other);
        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(5)), Make.Journal("3", 7));
        rig.Control.InjectFault(new(kind) { Method = "PUT", Count = null });
        rig.SyncHolding("2", HoldReason.OutcomeUnknown);
        rig.Control.ClearFaults();
        Disconnect(rig);
        Assert.Equal(2, Unsettled(rig).Count);

        // Not even a stay with another organisation settles them.
        Consent(rig, other);
        Confirm(rig, "Other Ltd");
        rig.Restart();
        rig.WaitOutTheLongestFlight();
        Disconnect(rig);
        Assert.All(Unsettled(rig), operation => Assert.Equal(OperationState.Unknown, operation.State));
        Assert.Equal(2, Unsettled(rig).Count);

        Consent(rig, rig.Tenant);
        Confirm(rig, rig.Configuration.PendingConnection!.OrganisationName);
        rig.SaveSettings(configuration => configuration with { DefaultAccountId = rig.Account("260"), IsEnabled = true });
        rig.SyncWhole();

        Assert.Empty(Unsettled(rig));
        Assert.Empty(rig.Holds);
        rig.AssertBooksHold("Acme Ltd", "DOC-1", "DOC-2", "Details of 3 [KB:JRN:3:r1]");
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    private static Rig Synced(out Guid other)
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncWhole();
        other = rig.Control.AddOrganisation("Other Ltd");
        return rig;
    }

    private static ConnectResult Consent(Rig rig, params Guid[] tenants) => rig.Consent(rig.Id, tenants);

    private static ConnectResult Confirm(Rig rig, string name) => rig.Run(() => rig.Process.Get<ILedgerConnector>().ConfirmAsync(rig.Id, name, "ada", default));

    private static void Disconnect(Rig rig) => rig.Run(() => rig.Process.Get<ILedgerConnector>().DisconnectAsync(rig.Id, "ada", default));

    private static IReadOnlyList<Operation> Unsettled(Rig rig) => rig.Run(() => rig.Process.Get<ISyncJournal>().GetUnsettledAsync(rig.OrganisationId, default));

    private static (int Links, int Documents, int Mappings) Kept(Rig rig, RemoteOrganisationId organisation) => rig.Run(async () =>
    {
        var store = rig.Process.Get<IMappingStore>();
        var mappings = (await store.GetMappingsAsync(organisation, default)).Count;
        return ((await store.GetContactLinksAsync(organisation, default)).Count, (await store.GetDocumentLinksAsync(organisation, default)).Count, mappings);
    });
}
