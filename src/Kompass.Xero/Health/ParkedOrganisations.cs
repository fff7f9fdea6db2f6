using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>Which organisations wait for the end of Xero's day: as this process's gates know, and as the runs of other processes ended.</summary>
internal sealed class ParkedOrganisations(RateGates gates, TimeProvider time)
{
    /// <summary>A day limit cannot last longer; a run that ended so before tells nothing of today.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <returns>Since or until when it is parked, as a person reads it; null when it is not.</returns>
    public string? Explain(SyncConfiguration configuration, SyncRun? latest)
    {
        var standing = configuration.Connection is { } connection ? gates.Find(connection.OrganisationId.Value) : null;
        if (standing?.SyncParkedUntil is { } until)
        {
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"until {until:u}");
        }

        return latest is { Outcome: SyncOutcome.Parked, FinishedAt: { } ended } && time.GetUtcNow() - ended < Day
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"since {ended:u}")
            : null;
    }
}
