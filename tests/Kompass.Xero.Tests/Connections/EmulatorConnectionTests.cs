using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.Xero.Tests;

public sealed class EmulatorConnectionTests
{
    [Fact]
    public async Task Second_configuration_gets_the_organisation_of_its_own_consent()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var other = bench.Control.AddOrganisation("Other Ltd");

        var result = await bench.ConnectAsync(bench.Configurations.Add(2).Id, other);

        Assert.Equal("Other Ltd", result.Connection!.OrganisationName);
        Assert.Equal(new RemoteOrganisationId(other.ToString()), result.Connection.OrganisationId);
        Assert.Empty(result.OtherOrganisations);
        Assert.Single(await bench.RunAsync(bench.Catalogue.GetAccountsAsync(result.Connection, default)), a => a.Code == "200");
        Assert.Single(await bench.RunAsync(bench.Catalogue.GetAccountsAsync(bench.Connection, default)), a => a.Code == "200");
    }

    [Fact]
    public async Task Tokens_are_renewed_for_hours_without_a_new_consent()
    {
        using var bench = await EmulatorBench.ConnectedAsync();

        for (var hour = 0; hour < 24; hour++)
        {
            bench.Time.Advance(TimeSpan.FromHours(1));
            await bench.RunAsync(bench.Catalogue.GetCurrenciesAsync(bench.Connection, default));
        }

        Assert.Equal(24, bench.Control.Calls.Count(c => c.Path == "/connect/token"));
        Assert.All(bench.Control.Calls, c => Assert.Equal(200, c.Status));
    }

    [Fact]
    public async Task Lost_answer_of_a_renewal_heals_inside_the_grace_time()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Time.Advance(TimeSpan.FromMinutes(40));
        bench.Control.InjectFault(new Fault(FaultKind.ResponseLostAfterCommit) { PathPrefix = "/connect/token" });

        var e = await Assert.ThrowsAsync<RemoteLedgerException>(() => bench.RunAsync(bench.Catalogue.GetCurrenciesAsync(bench.Connection, default)));
        Assert.Equal(RemoteFault.Unavailable, e.Fault);

        bench.Time.Advance(TimeSpan.FromMinutes(29));
        Assert.NotEmpty(await bench.RunAsync(bench.Catalogue.GetCurrenciesAsync(bench.Connection, default)));
    }

    [Fact]
    public async Task Lost_answer_of_a_renewal_needs_a_reconnect_after_the_grace_time()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Time.Advance(TimeSpan.FromMinutes(40));
        bench.Control.InjectFault(new Fault(FaultKind.ResponseLostAfterCommit) { PathPrefix = "/connect/token" });
        await Assert.ThrowsAsync<RemoteLedgerException>(() => bench.RunAsync(bench.Catalogue.GetCurrenciesAsync(bench.Connection, default)));

        bench.Time.Advance(TimeSpan.FromMinutes(31));
        var e = await Assert.ThrowsAsync<RemoteLedgerException>(() => bench.RunAsync(bench.Catalogue.GetCurrenciesAsync(bench.Connection, default)));

        Assert.Equal(RemoteFault.ReconnectRequired, e.Fault);
    }

    [Fact]
    public async Task Disconnect_then_connect_again()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var configuration = (await bench.Configurations.ListAsync(default))[0].Id;

        await bench.Connector.DisconnectAsync(configuration, "ann", default);
        Assert.Empty(bench.Control.Connections);
        var again = await bench.ConnectAsync(configuration, bench.Tenant);

        Assert.Equal(ConnectOutcome.Connected, again.Outcome);
        Assert.NotEmpty(await bench.RunAsync(bench.Catalogue.GetCurrenciesAsync(again.Connection!, default)));
    }
}
