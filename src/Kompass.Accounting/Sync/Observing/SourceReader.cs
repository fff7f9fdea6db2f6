using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>
/// Reads from the host's sources what a plan has to look at: all that changed since the run before last, and whatever waits, held or in
/// doubt, although it did not change. Once a day, and when anything else changed that decides about records, it reads every record.
/// </summary>
internal sealed partial class SourceReader(
    IClientSource clientSource,
    InvoiceSources invoiceSources,
    IOptions<SyncOptions> options,
    TimeProvider clock,
    ILogger<SourceReader> logger)
{
    /// <summary>How long changes alone are read; then a whole reading finds what a cursor missed.</summary>
    public static readonly TimeSpan WholeEvery = TimeSpan.FromDays(1);

    /// <summary>From how many waiting records on reading all is cheaper than looking each of them up.</summary>
    private const int MostLookedUp = 5000;

    /// <summary>Whether every record was read so lately that changes alone may be read.</summary>
    public static bool IsFresh(SourceProgress last, DateTimeOffset now) => now >= last.WholeAt && now - last.WholeAt < WholeEvery;

    public async Task<SourceReadings> ReadAsync(
        SyncConfiguration configuration,
        Remembered remembered,
        ReadScope scope,
        SourceProgress standing,
        SourceProgress? last,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        var invoiceSource = invoiceSources.For(configuration);
        if (last is not null && MayReadChanges(last, standing, remembered, invoiceSource is not null))
        {
            try
            {
                return await ReadChangesAsync(configuration, remembered, standing, last, invoiceSource, progress, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A source may have forgotten an old place. If it cannot be read at all, the whole reading fails as well.
                LogChangesFailed(exception, configuration.Id);
            }
        }

        return await ReadWholeAsync(configuration, remembered, scope, standing, invoiceSource, progress, cancellationToken);
    }

    private bool MayReadChanges(SourceProgress last, SourceProgress standing, Remembered remembered, bool withInvoices) =>
        (last.Circumstances, last.Remembered) == (standing.Circumstances, standing.Remembered)
        && IsFresh(last, clock.GetUtcNow())
        && SourceProgressStore.Covers(last, withInvoices)
        && remembered.Holds.Count + remembered.Unsettled.Count <= MostLookedUp;

    private async Task<SourceReadings> ReadWholeAsync(
        SyncConfiguration configuration,
        Remembered remembered,
        ReadScope scope,
        SourceProgress standing,
        IInvoiceSource? invoiceSource,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        var clients = new Reading<ClientId, Client>();
        var invoices = new Reading<InvoiceId, Invoice>(options.Value.DocumentsAtOnce);
        var missing = new List<DocumentLink>();
        var unchanged = 0;
        progress?.Report(new("Reading clients", 0, 0));
        await clients.ReadAsync(clientSource, configuration.Organisations, null, remembered.Judge, cancellationToken);
        if (invoiceSource is not null)
        {
            progress?.Report(new("Reading invoices", 0, 0));
            var unlisted = new HashSet<InvoiceId>(remembered.DocumentLinks.Count);
            unlisted.UnionWith(remembered.DocumentLinks.Values.Where(link => !link.IsVoided).Select(link => link.InvoiceId));
            await invoices.ReadAsync(invoiceSource, configuration.Organisations, null, Judge, cancellationToken);
            await ReadAppliedAsync(configuration, invoiceSource, invoices, cancellationToken);
            missing.AddRange(unlisted.Select(id => remembered.DocumentLinks[id]));
            unchanged = remembered.DocumentLinks.Keys.Count(id => !invoices.Has(id)) - missing.Count;

            Relevance Judge(SourceItem<InvoiceId, Invoice> item)
            {
                unlisted.Remove(item.Key);
                return remembered.Judge(item, configuration, scope);
            }
        }

        return new(clients.Items, invoices.Items, missing, clients.Unchanged + unchanged, standing with { Cursors = Places(clients, invoices) }) { LeftSome = invoices.LeftSome };
    }

    private async Task<SourceReadings> ReadChangesAsync(
        SyncConfiguration configuration,
        Remembered remembered,
        SourceProgress standing,
        SourceProgress last,
        IInvoiceSource? invoiceSource,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        var clients = new Reading<ClientId, Client>();
        var invoices = new Reading<InvoiceId, Invoice>(options.Value.DocumentsAtOnce);
        var organisations = configuration.Organisations;
        progress?.Report(new("Reading changes", 0, 0));
        await clients.ReadAsync(clientSource, organisations, last.Before[SourceProgressStore.Clients], remembered.Judge, cancellationToken);
        if (invoiceSource is not null)
        {
            await invoices.ReadAsync(invoiceSource, organisations, last.Before[SourceProgressStore.Invoices], Judge, cancellationToken);
            var gone = await invoices.LookUpAsync(
                invoiceSource, organisations, remembered.Waiting(RecordKind.Invoice).Select(id => new InvoiceId(id)), cancellationToken);
            foreach (var id in gone)
            {
                invoices.Add(new(id, string.Empty, null));
            }

            await ReadAppliedAsync(configuration, invoiceSource, invoices, cancellationToken);
        }

        await clients.LookUpAsync(
            clientSource,
            organisations,
            remembered.Waiting(RecordKind.Client).Select(id => new ClientId(id)).Concat(Unlinked(invoices.Items, remembered)),
            cancellationToken);
        var reached = standing with { WholeAt = last.WholeAt, Cursors = Places(clients, invoices) };
        var unchanged = remembered.ContactLinks.Keys.Count(id => !clients.Has(id))
            + (invoiceSource is null ? 0 : remembered.DocumentLinks.Keys.Count(id => !invoices.Has(id)));
        return new(clients.Items, invoices.Items, [], unchanged, reached) { LeftSome = invoices.LeftSome };

        Relevance Judge(SourceItem<InvoiceId, Invoice> item) => remembered.Judge(item, configuration, ReadScope.WhatMatters);
    }

    /// <summary>A document that is to be sent needs its client, although the client did not change.</summary>
    private static IEnumerable<ClientId> Unlinked(IEnumerable<SourceItem<InvoiceId, Invoice>> invoices, Remembered remembered) =>
        invoices.Select(item => item.Record?.ClientId).OfType<ClientId>().Where(client => !remembered.ContactLinks.ContainsKey(client));

    /// <summary>A credit note is planned with the invoice that it settles, although the invoice did not change.</summary>
    private static async Task ReadAppliedAsync(
        SyncConfiguration configuration,
        IInvoiceSource source,
        Reading<InvoiceId, Invoice> invoices,
        CancellationToken cancellationToken) =>
        await invoices.LookUpAsync(
            source,
            configuration.Organisations,
            invoices.Items.Select(item => item.Record).Where(invoice => invoice?.Kind == InvoiceKind.CreditNote).Select(invoice => invoice!.AppliesTo).OfType<InvoiceId>(),
            cancellationToken);

    private static Dictionary<string, SourceCursor> Places(Reading<ClientId, Client> clients, Reading<InvoiceId, Invoice> invoices)
    {
        var places = new Dictionary<string, SourceCursor>();
        if (clients.Cursor is { } behindClients)
        {
            places[SourceProgressStore.Clients] = behindClients;
        }

        if (invoices.Cursor is { } behindInvoices)
        {
            places[SourceProgressStore.Invoices] = behindInvoices;
        }

        return places;
    }

    [LoggerMessage(3012, LogLevel.Warning, "The changes of configuration {Configuration} could not be read; every record is read instead.")]
    private partial void LogChangesFailed(Exception exception, ConfigurationId configuration);
}
