using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>Takes the leases of organisations.</summary>
internal sealed class Leases(ISyncJournal journal, IEntropy entropy, IOptions<SyncOptions> options, TimeProvider clock, SyncTelemetry telemetry, ILogger<HeldLease> logger)
{
    /// <summary>Takes the lease of an organisation until the answer is disposed of; null when somebody else has it.</summary>
    public async Task<HeldLease?> TryTakeAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken)
    {
        var duration = options.Value.LeaseDuration;
        var lease = telemetry.Acquired(await journal.TryAcquireAsync(organisation, entropy.NewGuid().ToString("N"), duration, cancellationToken));
        return lease is null ? null : new(lease, duration, journal, clock, logger);
    }
}
