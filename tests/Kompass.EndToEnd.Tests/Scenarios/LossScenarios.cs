using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>A connection that Xero accepts no more: noted, told once, never asked in a loop, and good again afterwards.</summary>
public sealed class LossScenarios
{
    [Fact]
    public void Ended_consent_is_noted_and_told_once_and_xero_is_not_asked_again()
    {
        using var rig = WithWork();
        EndTheConsent(rig);
        rig.Advance(TimeSpan.FromMinutes(31));
        rig.Control.ClearCalls();

        for (var run = 0; run < 5; run++)
        {
            Assert.Equal(SyncOutcome.ReconnectRequired, rig.Sync().Outcome);
            rig.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Single(rig.Control.Calls, call => call.Path == "/connect/token");
        var loss = rig.Connection.Loss!;
        Assert.Contains("KX1104", loss.Message, StringComparison.Ordinal);
        var letter = Assert.Single(rig.Letters.All);
        Assert.Contains("authorised again", letter.Subject, StringComparison.Ordinal);
        Assert.Contains(loss.Message, letter.Body, StringComparison.Ordinal);

        rig.Connect(rig.Id, rig.Tenant);
        Assert.Null(rig.Connection.Loss);
        Assert.Equal(2, rig.SyncWhole().Counts.Writes);
        Assert.Single(rig.Letters.All);
    }

    [Fact]
    public void Two_nodes_that_notice_at_once_tell_once()
    {
        using var rig = WithWork();
        using var other = rig.StartBeside();
        rig.Control.Disconnect(rig.Tenant);
        rig.RunAtOnce(
            () => rig.Process.Get<ISyncOrchestrator>().RunAsync(rig.Id, null, default), () => other.Get<ISyncOrchestrator>().RunAsync(rig.Id, null, default));
        rig.Advance(TimeSpan.FromMinutes(2));
        rig.RunAtOnce(
            () => other.Get<ISyncOrchestrator>().RunAsync(rig.Id, null, default), () => rig.Process.Get<ISyncOrchestrator>().RunAsync(rig.Id, null, default));

        Assert.NotNull(rig.Connection.Loss);
        Assert.Single(rig.Letters.All);
    }

    [Fact]
    public void Mail_that_fails_neither_stops_the_sync_nor_is_repeated()
    {
        using var rig = WithWork();
        rig.Letters.Fails = true;
        rig.Control.Disconnect(rig.Tenant);

        Assert.Equal(SyncOutcome.ReconnectRequired, rig.Sync().Outcome);
        rig.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(SyncOutcome.ReconnectRequired, rig.Sync().Outcome);

        Assert.NotNull(rig.Connection.Loss);
        Assert.Single(rig.Letters.All);
    }

    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.Unavailable)]
    [InlineData(FaultKind.NotFoundHtml)]
    [InlineData(FaultKind.RequestLost)]
    public void Faults_that_a_person_cannot_mend_by_authorising_are_not_noted_and_heal(FaultKind kind)
    {
        using var rig = WithWork();
        rig.Advance(TimeSpan.FromMinutes(31));
        rig.Control.InjectFault(new(kind) { PathPrefix = "/connect/token", Count = null });
        Assert.Equal(SyncOutcome.Failed, rig.Sync().Outcome);
        Assert.Null(rig.Connection.Loss);
        Assert.Empty(rig.Letters.All);

        rig.Control.ClearFaults();
        rig.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(2, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Note_is_taken_back_when_xero_answers_again()
    {
        using var rig = WithWork();
        rig.Control.InjectFault(new(FaultKind.TokenExpired) { PathPrefix = "/Contacts", Count = 2 });
        Assert.Equal(SyncOutcome.ReconnectRequired, rig.Sync().Outcome);
        Assert.NotNull(rig.Connection.Loss);

        rig.Control.ClearFaults();
        rig.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(2, rig.SyncWhole().Counts.Writes);
        Assert.Null(rig.Connection.Loss);
    }

    [Fact]
    [Trait("Security", "secrets")]
    public void Lost_key_ring_asks_for_a_reconnect_at_every_start_and_is_healed_by_it()
    {
        using var rig = WithWork();
        rig.SyncWhole();
        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(5)));
        rig.LoseTheKeys();
        rig.Control.ClearCalls();
        for (var start = 0; start < 3; start++)
        {
            rig.Restart();
            var result = rig.Sync();
            Assert.Equal(SyncOutcome.ReconnectRequired, result.Outcome);
            Assert.Contains("KX1111", result.Message!, StringComparison.Ordinal);
        }

        Assert.Empty(rig.Control.Calls);
        Assert.Single(rig.Letters.All);
        Assert.True(rig.Configuration.IsEnabled);

        rig.Connect(rig.Id, rig.Tenant);
        Assert.Equal(new SyncCounts { InvoicesCreated = 1 }, rig.SyncWhole().Counts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Idle_configuration_keeps_its_consent_for_a_year(bool isConnectedToo)
    {
        using var rig = WithWork();
        rig.SyncWhole();
        rig.SaveSettings(configuration => isConnectedToo ? configuration with { IsPaused = true } : configuration with { IsEnabled = false });
        rig.Control.ClearCalls();

        for (var day = 0; day < 365; day++)
        {
            rig.LeapAndTend(TimeSpan.FromDays(1));
        }

        Assert.InRange(rig.Control.Calls.Count(call => call.Path == "/connect/token"), 11, 13);
        Assert.All(rig.Control.Calls, call => Assert.Equal(("/connect/token", 200), (call.Path, call.Status)));
        Assert.Null(rig.Connection.Loss);
    }

    [Fact]
    public void Idle_configuration_whose_consent_ended_is_noted_though_nothing_runs()
    {
        using var rig = WithWork();
        rig.SaveSettings(configuration => configuration with { IsEnabled = false });
        EndTheConsent(rig);

        for (var day = 0; day < 40; day++)
        {
            rig.LeapAndTend(TimeSpan.FromDays(1));
        }

        Assert.NotNull(rig.Connection.Loss);
        Assert.Single(rig.Letters.All);
    }

    [Fact]
    public void Worker_removes_consents_that_nobody_finished_and_nothing_else()
    {
        using var rig = WithWork();
        var connector = rig.Process.Get<ILedgerConnector>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            rig.Run(() => connector.BeginAsync(rig.Id, new("ada"), default));
        }

        Assert.Equal(4, Credentials(rig).Count);
        rig.LeapAndTend(TimeSpan.FromMinutes(16));

        Assert.Equal(rig.Connection.CredentialId, Assert.Single(Credentials(rig)));
        rig.SyncWhole();
    }

    [Fact]
    public void Worker_removes_attempts_that_a_lost_key_ring_left()
    {
        using var rig = WithWork();
        rig.Run(() => rig.Process.Get<ILedgerConnector>().BeginAsync(rig.Id, new("ada"), default));
        rig.LoseTheKeys();
        rig.Restart();
        rig.LeapAndTend(TimeSpan.FromMinutes(16));
        rig.LeapAndTend(TimeSpan.FromMinutes(16));

        Assert.Equal(rig.Connection.CredentialId, Assert.Single(Credentials(rig)));
    }

    /// <summary>Xero no longer knows the refresh token: the same person gave a consent elsewhere.</summary>
    private static void EndTheConsent(Rig rig) => rig.Control.IssueTokens();

    private static IReadOnlyList<CredentialId> Credentials(Rig rig) => rig.Run(() => rig.Process.Get<ICredentialStore>().ListAsync("xero", default));

    private static Rig WithWork()
    {
        var rig = new Rig(new() { Settings = configuration => configuration with { NotificationRecipients = ["books@acme.test"] } });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        return rig;
    }
}
