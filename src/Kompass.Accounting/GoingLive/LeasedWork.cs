namespace Kompass.Accounting;

/// <summary>Does something to the engine's memory that no run may be doing at the same time.</summary>
internal sealed class LeasedWork(Leases leases, SyncTelemetry telemetry)
{
    /// <exception cref="ConfigurationException">Another run is at work.</exception>
    public async Task<T> RunAsync<T>(RemoteConnection connection, Func<Lease, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var held = await leases.TryTakeAsync(connection.OrganisationId, cancellationToken)
            ?? throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncConfiguration.Connection),
                $"A sync of {connection.OrganisationName} is at work. Wait until it has ended, then try again."));
        try
        {
            return await work(held.Lease);
        }
        catch (LeaseLostException)
        {
            telemetry.LeaseLost();
            throw;
        }
    }
}
