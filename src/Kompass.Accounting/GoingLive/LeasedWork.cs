using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>Does something to the engine's memory that no run may be doing at the same time.</summary>
internal sealed class LeasedWork(ISyncJournal journal, IEntropy entropy, IOptions<SyncOptions> options, SyncTelemetry telemetry)
{
    /// <exception cref="ConfigurationException">Another run is at work.</exception>
    public async Task<T> RunAsync<T>(RemoteConnection connection, Func<Lease, Task<T>> work, CancellationToken cancellationToken)
    {
        var lease = telemetry.Acquired(await journal.TryAcquireAsync(
                connection.OrganisationId, entropy.NewGuid().ToString("N"), options.Value.LeaseDuration, cancellationToken))
            ?? throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncConfiguration.Connection),
                $"A sync of {connection.OrganisationName} is at work. Wait until it has ended, then try again."));
        try
        {
            return await work(lease);
        }
        catch (LeaseLostException)
        {
            telemetry.LeaseLost();
            throw;
        }
        finally
        {
            await journal.ReleaseAsync(lease, CancellationToken.None);
        }
    }
}
