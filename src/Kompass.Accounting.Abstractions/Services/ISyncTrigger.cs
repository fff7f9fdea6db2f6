namespace Kompass.Accounting;

/// <summary>
/// Lets the background worker of this process run sooner than at its next interval: called by the host's sources when something changed in
/// Kompass. Does nothing where no worker runs. Calls that come close together lead to one run. Never blocks and never throws; thread-safe.
/// </summary>
public interface ISyncTrigger
{
    /// <summary>Says that a client or an invoice of an organisation changed; does nothing when no enabled configuration has it.</summary>
    void Changed(KompassOrganisationId organisation);

    /// <summary>Asks for a run of one configuration; does nothing when it is not enabled.</summary>
    void RunSoon(ConfigurationId configuration);
}
