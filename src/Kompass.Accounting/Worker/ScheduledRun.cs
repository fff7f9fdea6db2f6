namespace Kompass.Accounting;

/// <summary>A configuration whose turn has come.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="IsAsked">Whether somebody asked for the run, so that it is made however short ago the last one was.</param>
/// <param name="Told">The organisation of which the ledger told changes, so that the run is made unless another node has looked at them; else null.</param>
/// <param name="KnownRun">Until when this node knows what runs there were; null when it has not made one yet.</param>
/// <param name="Interval">The time between two runs of this configuration; null where the host's counts.</param>
/// <param name="Failures">How often in a row the run could not be made.</param>
internal sealed record ScheduledRun(
    ConfigurationId Configuration, bool IsAsked, RemoteOrganisationId? Told, DateTimeOffset? KnownRun, TimeSpan? Interval, int Failures);
