using Kompass.Accounting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kompass.Xero;

/// <summary>Reads the configurations, as every run does first.</summary>
internal sealed class DatabaseHealthCheck(IConfigurationStore configurations) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var count = (await configurations.ListAsync(cancellationToken)).Count;
            return HealthCheckResult.Healthy("The database of the sync answers.", new Dictionary<string, object> { ["configurations"] = count });
        }
        catch (InvalidOperationException exception) when (exception.Message.StartsWith("KX5", StringComparison.Ordinal))
        {
            return new(context.Registration.FailureStatus, exception.Message, exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(
                context.Registration.FailureStatus,
                "The database of the sync cannot be read. See that it runs, that this host reaches it, and that its account may use the tables; "
                + "nothing is sent meanwhile, and nothing is lost.",
                exception);
        }
    }
}
