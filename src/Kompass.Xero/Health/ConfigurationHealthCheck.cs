using System.Globalization;
using Kompass.Accounting;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>A check that looks at each configuration. Its data holds a text for each one found, by its id; never a name.</summary>
internal abstract class ConfigurationHealthCheck(IConfigurationStore configurations, IOptions<XeroHealthOptions> options, TimeProvider time)
    : IHealthCheck
{
    private volatile Kept? _kept;

    protected XeroHealthOptions Options => options.Value;

    protected DateTimeOffset Now => time.GetUtcNow();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failure = context.Registration.FailureStatus;
        var now = Now;
        if (_kept is { } kept && now - kept.At < Options.KeepFor)
        {
            return kept.Result;
        }

        try
        {
            var all = await configurations.ListAsync(cancellationToken);
            var result = Sum(all.Count, await FindAsync(all, cancellationToken), failure);
            _kept = new(result, now);
            return result;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(failure, $"Not looked at, since the database of the sync cannot be read: see {XeroHealthChecks.Database}.", exception);
        }
    }

    /// <summary>What is said while nothing is found.</summary>
    protected abstract string Well { get; }

    /// <summary>Finds at most one thing about each configuration.</summary>
    protected abstract Task<IReadOnlyList<HealthFinding>> FindAsync(
        IReadOnlyList<SyncConfiguration> configurations, CancellationToken cancellationToken);

    /// <summary>Whether runs of it are to be expected.</summary>
    protected static bool IsAtWork(SyncConfiguration configuration) => configuration is
    {
        IsEnabled: true, IsPaused: false, IsShadow: false, Connection: not null, Modules: not SyncModules.None,
    };

    private HealthCheckResult Sum(int all, IReadOnlyList<HealthFinding> findings, HealthStatus failure)
    {
        if (findings.Count == 0)
        {
            return HealthCheckResult.Healthy(Well);
        }

        var first = findings.FirstOrDefault(finding => finding.IsFailure) ?? findings[0];
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{findings.Count} of {all} configurations. {first.Configuration}: {first.Text}{(findings.Count > 1 ? " The data lists the others." : "")}");
        var warning = failure < HealthStatus.Degraded ? HealthStatus.Degraded : failure;
        return new(
            first.IsFailure ? failure : warning,
            text,
            data: findings.ToDictionary(finding => finding.Configuration.ToString(), object (finding) => finding.Text));
    }

    private sealed record Kept(HealthCheckResult Result, DateTimeOffset At);
}
