namespace Kompass.Accounting;

/// <summary>
/// Says whether the Clients module may be enabled: closed while the organisation has contacts that no reviewed comparison covers,
/// since every client would be created beside them. Thread-safe.
/// </summary>
internal sealed class Interlock(
    IMappingStore mappings,
    IReconciliationStore reports,
    IContactMirror mirror,
    IContactStore contacts,
    ProviderDescriptor provider)
{
    public async Task<InterlockState> GetAsync(SyncConfiguration configuration, CancellationToken cancellationToken)
    {
        if (configuration.Connection is not { } connection)
        {
            return new(false, ConfigurationStoreExtensions.NotConnected(configuration.Id).Message);
        }

        if (configuration.InterlockOverride is { } waiver && waiver.OrganisationId == connection.OrganisationId)
        {
            return new(true, string.Create(
                CultureInfo.InvariantCulture,
                $"{waiver.DecidedBy} decided on {waiver.DecidedAt:yyyy-MM-dd} to enable Clients without a reviewed comparison: {waiver.Reason}"));
        }

        var links = await mappings.GetContactLinksAsync(connection.OrganisationId, cancellationToken);
        var report = await reports.GetLatestAsync(configuration.Id, connection.OrganisationId, cancellationToken);
        if (report is not null && report.CreatedAt > connection.ConnectedAt)
        {
            var decisions = await mappings.GetDecisionsAsync(connection.OrganisationId, cancellationToken);
            return OfReport(report, connection, CountUndecided(report, links, decisions));
        }

        return await HasForeignContactsAsync(connection, links, cancellationToken)
            ? new(false, report is null ? NeverCompared(connection) : OutOfDate(connection))
            : new(true, $"{connection.OrganisationName} has no contacts that are not linked already.");
    }

    private static int CountUndecided(
        ReconciliationReport report,
        IReadOnlyList<ContactLink> links,
        IReadOnlyList<ContactDecision> remembered)
    {
        var decisions = new DecisionIndex(remembered);
        var linkedContacts = links.Select(link => link.RemoteContactId).ToHashSet();
        var linkedClients = links.Select(link => link.ClientId).ToHashSet();
        return report.Rows.Count(row =>
            row is { Band: ConfidenceBand.High or ConfidenceBand.Medium, Contact: { } contact, Client: { } client }
            && !linkedContacts.Contains(contact.Id)
            && !linkedClients.Contains(client.Id)
            && !decisions.Settles(contact.Id, client.Id));
    }

    private InterlockState OfReport(ReconciliationReport report, RemoteConnection connection, int undecided) => undecided == 0
        ? new(true, string.Create(
            CultureInfo.InvariantCulture, $"Every high and medium match of the comparison of {report.CreatedAt:yyyy-MM-dd HH:mm} UTC is decided."))
        : new(false,
            $"Stop here: {connection.OrganisationName} contains contacts that look like Kompass clients, and "
            + (undecided == 1 ? "1 high or medium match is" : $"{undecided} high and medium matches are")
            + $" not decided. Enabling Clients now would create those clients in {provider.DisplayName} a second time. "
            + $"Write {ReviewWords.Link}, {ReviewWords.Create} or {ReviewWords.Ignore} beside each of them in the exported file, import it, then enable.",
            undecided);

    private string NeverCompared(RemoteConnection connection) =>
        $"Stop here: {connection.OrganisationName} contains contacts that were never compared with Kompass's clients. "
        + $"Enabling Clients now would create every client in {provider.DisplayName} as a new contact, beside the existing ones. "
        + "Compare contacts with Kompass clients, review and import the file, then enable.";

    private static string OutOfDate(RemoteConnection connection) =>
        $"Stop here: the last comparison is older than the connection to {connection.OrganisationName}, whose contacts may have changed since. "
        + "Compare contacts with Kompass clients again, review and import the file, then enable; links that were made before still count.";

    /// <summary>
    /// True when there is a contact that no client is linked to. Asks the mirror first, and the ledger only where the mirror is silent.
    /// </summary>
    private async Task<bool> HasForeignContactsAsync(
        RemoteConnection connection,
        IReadOnlyList<ContactLink> links,
        CancellationToken cancellationToken)
    {
        var linked = links.Select(link => link.RemoteContactId).ToHashSet();
        var mirrored = await mirror.GetAllAsync(connection.OrganisationId, cancellationToken);
        if (mirrored.Any(contact => !linked.Contains(contact.Id)))
        {
            return true;
        }

        var watermark = await mirror.GetWatermarkAsync(connection.OrganisationId, cancellationToken);
        await foreach (var contact in contacts.ReadAsync(connection, watermark - ContactReader.Overlap, cancellationToken))
        {
            if (!linked.Contains(contact.Id))
            {
                return true;
            }
        }

        return false;
    }
}
