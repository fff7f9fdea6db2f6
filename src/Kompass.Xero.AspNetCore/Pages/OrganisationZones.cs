using System.Collections.Concurrent;

namespace Kompass.Xero.AspNetCore;

/// <summary>
/// The time zone of each Xero organisation, in which its pages tell the time. Read once a day; UTC while Xero does not say it. Thread-safe.
/// </summary>
internal sealed class OrganisationZones(ILedgerCatalogue ledger, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeptUnknown = TimeSpan.FromMinutes(1);

    // A page must not wait for Xero longer than a person would notice.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<RemoteOrganisationId, (TimeZoneInfo Zone, DateTimeOffset Until)> _known = new();

    /// <summary>The zone as it was read last, without asking Xero; UTC where it was not read yet.</summary>
    public TimeZoneInfo Known(RemoteConnection connection) =>
        _known.TryGetValue(connection.OrganisationId, out var known) ? known.Zone : TimeZoneInfo.Utc;

    public async Task<TimeZoneInfo> OfAsync(RemoteConnection? connection, CancellationToken cancellationToken)
    {
        if (connection is null)
        {
            return TimeZoneInfo.Utc;
        }

        var now = time.GetUtcNow();
        if (_known.TryGetValue(connection.OrganisationId, out var known) && known.Until > now)
        {
            return known.Zone;
        }

        var read = await ReadAsync(connection, cancellationToken);
        var zone = read ?? known.Zone ?? TimeZoneInfo.Utc;
        _known[connection.OrganisationId] = (zone, now + (read is null ? KeptUnknown : Kept));
        return zone;
    }

    private async Task<TimeZoneInfo?> ReadAsync(RemoteConnection connection, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return (await ledger.GetOrganisationAsync(connection, both.Token)).TimeZone;
        }
        catch (Exception exception) when (exception is RemoteLedgerException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
