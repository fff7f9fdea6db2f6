using Kompass.Accounting;
using Kompass.Xero;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>What a connection goes through on a real Xero.</summary>
public sealed class ConnectionScenarios
{
    private static readonly TimeSpan LongerThanAToken = TimeSpan.FromMinutes(31);

    [Fact]
    [Trait("Scenario", "1")]
    public void Two_workers_that_refresh_at_once_send_one_refresh_and_both_go_on()
    {
        using var rig = new Rig();
        using var other = rig.StartBeside();
        rig.Advance(LongerThanAToken);
        rig.Control.ClearCalls();

        // Answers take a while, so that the second worker comes while the first one's refresh is under way.
        rig.Emulator.Options.Latency = TimeSpan.FromSeconds(2);
        var lent = rig.RunAtOnce(
            () => rig.Process.Get<IXeroAccess>().GetAsync(rig.Id), () => other.Get<IXeroAccess>().GetAsync(rig.Id), () => rig.Process.Get<IXeroAccess>().GetAsync(rig.Id));
        rig.Emulator.Options.Latency = TimeSpan.Zero;

        Assert.Single(lent.Select(access => access.AccessToken).Distinct());
        Assert.Single(TokenCalls(rig));

        // Nobody holds a dead token afterwards, however often both come back.
        for (var hours = 1; hours <= 3; hours++)
        {
            rig.Advance(TimeSpan.FromHours(hours));
            Assert.NotNull(rig.Run(() => other.Get<IXeroAccess>().GetAsync(rig.Id)));
            rig.SyncWhole();
        }

        Assert.All(TokenCalls(rig), call => Assert.Equal(200, call.Status));
    }

    [Fact]
    [Trait("Scenario", "2")]
    public void Refresh_whose_answer_was_lost_is_made_good_within_the_grace()
    {
        using var rig = WithWork();
        LoseTheRefresh(rig);
        rig.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(2, rig.SyncWhole().Counts.Writes);
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }

    [Fact]
    [Trait("Scenario", "2")]
    public void Refresh_whose_answer_was_lost_asks_for_a_reconnect_after_the_grace_and_loses_nothing()
    {
        using var rig = WithWork();
        LoseTheRefresh(rig);
        rig.Advance(TimeSpan.FromMinutes(31));
        rig.Control.ClearCalls();

        var result = rig.Sync();
        Assert.Equal(SyncOutcome.ReconnectRequired, result.Outcome);
        Assert.Contains("KX1104", result.Message!, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(TokenCalls(rig).Count, 1, 2);
        rig.AssertBooksHold();

        rig.Connect(rig.Id, rig.Tenant);
        rig.SaveSettings(configuration => configuration with { IsEnabled = true });
        Assert.Equal(2, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    [Trait("Scenario", "3")]
    public void Consent_for_a_second_organisation_links_that_one_although_the_first_is_listed_before_it()
    {
        using var rig = new Rig();
        var second = rig.Control.AddOrganisation("Second Ltd");
        var configuration = rig.Run(() => rig.Process.Get<IConfigurationManager>().CreateAsync([new("KO2")], "bob", default)).Id;

        var result = rig.Connect(configuration, second);

        Assert.Equal(2, rig.Control.Connections.Count);
        Assert.Equal(rig.Tenant, rig.Control.Connections[0].TenantId);
        Assert.Equal(("Second Ltd", second.ToString()), (result.Connection!.OrganisationName, result.Connection.OrganisationId.Value));
        Assert.Equal(rig.OrganisationId, rig.Connection.OrganisationId);
        rig.SyncWhole();
    }

    [Fact]
    [Trait("Scenario", "15")]
    public void Scope_of_reading_that_was_taken_away_ends_the_run_with_a_clear_message_and_without_a_loop()
    {
        using var rig = WithWork();
        rig.Control.RemoveScope("accounting.contacts");
        rig.Control.ClearCalls();

        var result = rig.Sync();

        Assert.NotEqual(SyncOutcome.Completed, result.Outcome);
        Assert.Contains("KX2008", result.Message!, StringComparison.Ordinal);
        Assert.Contains("a scope is missing", result.Message!, StringComparison.Ordinal);
        Assert.Single(rig.Control.Calls, call => call.Status == 401);
        Assert.Empty(TokenCalls(rig));
        rig.AssertBooksHold();
    }

    [Fact]
    [Trait("Scenario", "15")]
    public void Scope_of_writing_that_was_taken_away_holds_with_a_clear_message_until_consent_is_given_again()
    {
        using var rig = WithWork();
        rig.Invoices.Save(Enumerable.Range(2, 119).Select(number => Make.Invoice(FormattableString.Invariant($"{number}"), "C1", Make.Line(10))));
        rig.Control.RemoveScope("accounting.invoices");
        rig.Control.ClearCalls();

        var result = rig.Sync();

        Assert.Equal(120, result.Holds.Count);
        Assert.All(result.Holds, hold => Assert.Contains("does not cover PUT Invoices: a scope is missing", hold.Detail, StringComparison.Ordinal));
        Assert.Contains("Connect again", result.Holds[0].Detail, StringComparison.Ordinal);
        Assert.InRange(rig.Control.Calls.Count(call => call.Status == 401), 1, 3);
        Assert.Empty(TokenCalls(rig));
        Assert.Empty(rig.Books.Invoices);

        rig.Connect(rig.Id, rig.Tenant);
        rig.SaveSettings(configuration => configuration with { IsEnabled = true });
        Assert.Equal(120, rig.SyncWhole().Counts.InvoicesCreated);
        Assert.Empty(rig.Holds);
    }

    private static IReadOnlyList<EmulatedCall> TokenCalls(Rig rig) => [.. rig.Control.Calls.Where(call => call.Path == "/connect/token")];

    private static void LoseTheRefresh(Rig rig)
    {
        rig.Advance(LongerThanAToken);
        rig.Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { PathPrefix = "/connect/token", Count = null });
        Assert.Equal(SyncOutcome.Failed, rig.Sync().Outcome);
        rig.Control.ClearFaults();
        rig.AssertBooksHold();
    }

    private static Rig WithWork()
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        return rig;
    }
}
