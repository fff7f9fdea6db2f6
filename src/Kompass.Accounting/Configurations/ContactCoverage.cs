namespace Kompass.Accounting;

/// <summary>Which of the ledger's contacts need nobody any more before Clients may be enabled. Pure.</summary>
internal sealed class ContactCoverage
{
    private readonly HashSet<RemoteContactId> _linked;
    private readonly HashSet<RemoteContactId> _compared = [];
    private readonly DecisionIndex? _decisions;

    /// <param name="links">The links of the organisation.</param>
    /// <param name="report">The latest comparison, if it counts.</param>
    /// <param name="decisions">What reviewers decided; asked only where there is a comparison.</param>
    /// <param name="organisations">The Kompass organisations whose clients would be created.</param>
    public ContactCoverage(
        IEnumerable<ContactLink> links,
        ReconciliationReport? report,
        DecisionIndex decisions,
        IEnumerable<KompassOrganisationId> organisations)
    {
        _linked = links.Select(link => link.RemoteContactId).ToHashSet();
        if (report is null)
        {
            return;
        }

        _decisions = decisions;
        AddedOrganisations = [.. organisations.Except(report.Organisations)];
        if (AddedOrganisations.Count == 0)
        {
            _compared = report.Rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Id).ToHashSet();
        }
    }

    /// <summary>Kompass organisations whose clients were not compared: no contact was compared with all clients then.</summary>
    public IReadOnlyList<KompassOrganisationId> AddedOrganisations { get; } = [];

    public bool Covers(RemoteContact contact) =>
        _linked.Contains(contact.Id) || _compared.Contains(contact.Id) || _decisions?.IsIgnored(contact.Id) == true;
}
