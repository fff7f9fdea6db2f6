namespace Kompass.Accounting;

/// <summary>Finds out whether the ledger would remind customers of invoices as soon as they are sent. Thread-safe.</summary>
internal sealed class ReminderCheck(
    ILedgerCatalogue catalogue,
    IEnumerable<IInvoiceSource> invoiceSources,
    IMappingStore mappings,
    ProviderDescriptor provider,
    TimeProvider clock)
{
    public async Task<ReminderState> GetAsync(SyncConfiguration configuration, RemoteConnection connection, CancellationToken cancellationToken)
    {
        var acknowledgement = configuration.Reminders?.OrganisationId == connection.OrganisationId ? configuration.Reminders : null;
        var areSent = await catalogue.GetSendsRemindersAsync(connection, cancellationToken);
        return new(areSent, areSent == false ? 0 : await CountOverdueAsync(configuration, connection, cancellationToken), acknowledgement);
    }

    public ConfigurationProblem Problem(RemoteConnection connection, ReminderState state) => new(
        nameof(SyncConfiguration.Reminders),
        (state.AreSent is null
            ? $"{provider.DisplayName} does not say whether {connection.OrganisationName} sends invoice reminders. "
            : $"{connection.OrganisationName} sends invoice reminders to customers. ")
        + (state.OverdueDocuments == 0
            ? "No invoice that would be sent is overdue today. "
            : $"{Counted.Of(state.OverdueDocuments, "invoice")} that would be sent "
                + $"{(state.OverdueDocuments == 1 ? "is" : "are")} overdue today, so that customers may be reminded at once. ")
        + "Turn the reminders off, or acknowledge them, then enable.");

    private async Task<int> CountOverdueAsync(SyncConfiguration configuration, RemoteConnection connection, CancellationToken cancellationToken)
    {
        if (invoiceSources.LastOrDefault() is not { } source)
        {
            return 0;
        }

        var zone = (await catalogue.GetOrganisationAsync(connection, cancellationToken)).TimeZone;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var sent = (await mappings.GetDocumentLinksAsync(connection.OrganisationId, cancellationToken)).Select(link => link.InvoiceId).ToHashSet();
        var overdue = new HashSet<InvoiceId>();
        await foreach (var page in source.ReadAsync(configuration.Organisations, null, cancellationToken))
        {
            foreach (var item in page.Items)
            {
                if (item.Record is { Kind: InvoiceKind.Invoice, DueDate: { } due } invoice
                    && due < today
                    && !sent.Contains(item.Key)
                    && Sendable.WhyNot(invoice, configuration) is null)
                {
                    overdue.Add(item.Key);
                }
                else
                {
                    overdue.Remove(item.Key);
                }
            }
        }

        return overdue.Count;
    }
}
