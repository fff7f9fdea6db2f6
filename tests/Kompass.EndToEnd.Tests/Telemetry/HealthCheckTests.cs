using Kompass.Accounting;
using Kompass.Xero;
using Kompass.Xero.Emulator;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Kompass.EndToEnd.Tests;

/// <summary>Each check in each of its states, after what leads to it in life.</summary>
public sealed class HealthCheckTests
{
    [Fact]
    public void Everything_is_healthy_after_a_run()
    {
        using var rig = Rig.WithClient();
        Assert.All(Registrations(rig), registration => AssertHealth(rig, registration.Name, HealthStatus.Healthy));
        Assert.Equal(
            [XeroHealthChecks.Database, XeroHealthChecks.Tokens, XeroHealthChecks.Parked, XeroHealthChecks.Lag],
            Registrations(rig).Select(registration => registration.Name));
    }

    [Fact]
    public void Database_that_fails_is_unhealthy_and_the_others_say_where_to_look()
    {
        using var rig = Rig.WithClient();
        rig.Process.Database.Failure = new TimeoutException("no answer from db.internal");

        var result = AssertHealth(rig, XeroHealthChecks.Database, HealthStatus.Unhealthy, "cannot be read", "nothing is lost");
        Assert.DoesNotContain("db.internal", result.Description, StringComparison.Ordinal);
        AssertHealth(rig, XeroHealthChecks.Tokens, HealthStatus.Unhealthy, XeroHealthChecks.Database);

        rig.Process.Database.Failure = new InvalidOperationException("KX5003 The tables are newer. Start the newer program.");
        AssertHealth(rig, XeroHealthChecks.Database, HealthStatus.Unhealthy, "KX5003", "Start the newer program.");

        rig.Process.Database.Failure = null;
        AssertHealth(rig, XeroHealthChecks.Database, HealthStatus.Healthy);
    }

    [Fact]
    public void Connection_that_was_lost_is_unhealthy_while_the_configuration_is_enabled()
    {
        using var rig = Rig.WithClient();
        rig.Control.Disconnect(rig.Tenant);
        rig.Clients.Save(Make.Client("C2", "Birch"));
        Assert.Equal(SyncOutcome.ReconnectRequired, rig.Sync().Outcome);

        var result = AssertHealth(rig, XeroHealthChecks.Tokens, HealthStatus.Unhealthy, rig.Id.ToString(), "Authorise the same organisation again");
        Assert.Equal([rig.Id.ToString()], result.Data.Keys);

        rig.SaveSettings(configuration => configuration with { IsEnabled = false });
        AssertHealth(rig, XeroHealthChecks.Tokens, HealthStatus.Degraded, "Authorise the same organisation again");
    }

    [Fact]
    [Trait("Security", "secrets")]
    public void Keys_that_were_lost_are_unhealthy()
    {
        using var rig = Rig.WithClient();
        rig.LoseTheKeys();
        rig.Restart();
        AssertHealth(rig, XeroHealthChecks.Tokens, HealthStatus.Unhealthy, "key ring");
    }

    [Fact]
    public void Consent_that_nobody_uses_is_degraded_two_weeks_before_it_lapses_and_unhealthy_afterwards()
    {
        using var rig = Rig.WithClient();
        rig.Leap(TimeSpan.FromDays(45));
        AssertHealth(rig, XeroHealthChecks.Tokens, HealthStatus.Healthy);
        rig.Leap(TimeSpan.FromDays(2));
        AssertHealth(rig, XeroHealthChecks.Tokens, HealthStatus.Degraded, "Let the worker run");
        rig.Leap(TimeSpan.FromDays(14));
        AssertHealth(rig, XeroHealthChecks.Tokens, HealthStatus.Unhealthy, "The consent has ended");
    }

    [Fact]
    public void Consent_that_the_worker_renews_stays_healthy()
    {
        using var rig = Rig.WithClient();
        rig.LeapAndTend(TimeSpan.FromDays(31));
        rig.LeapAndTend(TimeSpan.FromDays(31));
        AssertHealth(rig, XeroHealthChecks.Tokens, HealthStatus.Healthy);
    }

    [Fact]
    public void Parked_organisation_is_degraded_on_every_node_until_its_day_ends()
    {
        using var rig = Rig.WithClient();
        rig.Control.InjectFault(new(FaultKind.DayLimit) { Method = "PUT", RetryAfter = TimeSpan.FromHours(5) });
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        Assert.Equal(SyncOutcome.Parked, rig.Sync().Outcome);

        AssertHealth(rig, XeroHealthChecks.Parked, HealthStatus.Degraded, "goes on by itself", "until 2026-");
        using var beside = rig.StartBeside();
        AssertHealth(rig, XeroHealthChecks.Parked, HealthStatus.Degraded, beside, "since 2026-");

        // The limit is no lag: it has a check of its own.
        rig.Advance(TimeSpan.FromHours(2));
        AssertHealth(rig, XeroHealthChecks.Lag, HealthStatus.Healthy);

        rig.Advance(TimeSpan.FromHours(3.1));
        rig.SyncWhole();
        AssertHealth(rig, XeroHealthChecks.Parked, HealthStatus.Healthy);
        AssertHealth(rig, XeroHealthChecks.Parked, HealthStatus.Healthy, beside);
    }

    [Fact]
    public void Configuration_that_is_behind_is_unhealthy_when_nothing_runs_at_all()
    {
        using var rig = Rig.WithClient();
        rig.Advance(TimeSpan.FromMinutes(58));
        AssertHealth(rig, XeroHealthChecks.Lag, HealthStatus.Healthy);
        rig.Advance(TimeSpan.FromMinutes(2));
        AssertHealth(rig, XeroHealthChecks.Lag, HealthStatus.Unhealthy, rig.Id.ToString(), "See that the worker runs");

        rig.SaveSettings(configuration => configuration with { IsPaused = true });
        AssertHealth(rig, XeroHealthChecks.Lag, HealthStatus.Healthy);

        // Whoever resumes it gives it the same time again.
        rig.SaveSettings(configuration => configuration with { IsPaused = false });
        AssertHealth(rig, XeroHealthChecks.Lag, HealthStatus.Healthy);
        rig.Advance(TimeSpan.FromMinutes(61));
        AssertHealth(rig, XeroHealthChecks.Lag, HealthStatus.Unhealthy);

        rig.SyncWhole();
        AssertHealth(rig, XeroHealthChecks.Lag, HealthStatus.Healthy);
    }

    [Fact]
    public void Configuration_that_is_behind_alone_is_degraded()
    {
        using var rig = Rig.WithClient();
        var other = rig.Control.AddOrganisation("Second Ltd");
        rig.PrepareBooks(other);
        var id = rig.Run(() => rig.Process.Get<IConfigurationManager>().CreateAsync([new("KO2")], "ada", default)).Id;
        rig.Connect(id, other);
        var account = rig.Control.Books(other).Accounts.First(candidate => candidate.Code == "260").Id.ToString();
        rig.Run(() => rig.Process.Get<IConfigurationManager>().UpdateAsync(
            id, configuration => configuration with { Modules = SyncModules.Clients, DefaultAccountId = account }, default));
        rig.Run(() => rig.Process.Get<IConfigurationManager>().OverrideInterlockAsync(id, "ada", "A test.", default));
        rig.Run(() => rig.Process.Get<IConfigurationManager>().UpdateAsync(id, configuration => configuration with { IsEnabled = true }, default));
        AssertHealth(rig, XeroHealthChecks.Lag, HealthStatus.Healthy);

        rig.Advance(TimeSpan.FromMinutes(61));
        rig.SyncWhole();
        var result = AssertHealth(rig, XeroHealthChecks.Lag, HealthStatus.Degraded, id.ToString(), "long ago, or never");
        Assert.Equal([id.ToString()], result.Data.Keys);
    }

    [Fact]
    public void Probe_every_few_seconds_looks_at_the_configurations_only_now_and_then()
    {
        using var rig = Rig.WithClient();
        rig.Process.Get<IOptions<XeroHealthOptions>>().Value.KeepFor = TimeSpan.FromSeconds(15);
        AssertHealth(rig, XeroHealthChecks.Tokens, HealthStatus.Healthy);
        rig.Control.Disconnect(rig.Tenant);
        rig.Clients.Save(Make.Client("C2", "Birch"));
        rig.Sync();
        AssertHealth(rig, XeroHealthChecks.Tokens, HealthStatus.Healthy);

        rig.Advance(TimeSpan.FromSeconds(15));
        AssertHealth(rig, XeroHealthChecks.Tokens, HealthStatus.Unhealthy);
    }

    [Fact]
    public void Options_that_would_never_speak_or_always_are_refused_with_both_numbers()
    {
        using var rig = new Rig();
        var validators = rig.Process.Get<IEnumerable<IValidateOptions<XeroHealthOptions>>>();
        Assert.Contains(validators, validator => Fault(validator, new() { TokenWarning = TimeSpan.FromDays(30) }) is { } fault
            && fault.Contains("KX1021", StringComparison.Ordinal) && fault.Contains("KeepAliveAfter is 30", StringComparison.Ordinal));
        Assert.Contains(validators, validator => Fault(validator, new() { LongestLag = TimeSpan.Zero })?.Contains("KX1020", StringComparison.Ordinal) == true);
        Assert.Contains(validators, validator => Fault(validator, new() { KeepFor = TimeSpan.FromHours(1) })?.Contains("KX1022", StringComparison.Ordinal) == true);
        Assert.All(validators, validator => Assert.Null(Fault(validator, new())));

        static string? Fault(IValidateOptions<XeroHealthOptions> validator, XeroHealthOptions options) => validator.Validate(null, options).FailureMessage;
    }

    private static HealthCheckResult AssertHealth(Rig rig, string name, HealthStatus status, params string[] words) =>
        AssertHealth(rig, name, status, rig.Process, words);

    private static HealthCheckResult AssertHealth(Rig rig, string name, HealthStatus status, RigProcess process, params string[] words)
    {
        var registration = process.Get<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Single(candidate => candidate.Name == name);
        var check = registration.Factory(process.Get<IServiceProvider>());
        var result = rig.Run(() => check.CheckHealthAsync(new() { Registration = registration }, default));
        Assert.True(result.Status == status, $"{name} is {result.Status}: {result.Description}");
        Assert.All(words, word => Assert.Contains(word, result.Description, StringComparison.Ordinal));
        return result;
    }

    private static List<HealthCheckRegistration> Registrations(Rig rig) => [.. rig.Process.Get<IOptions<HealthCheckServiceOptions>>().Value.Registrations];
}
