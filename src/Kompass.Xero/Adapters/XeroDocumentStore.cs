using Kompass.Accounting;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>The sales invoices, credit notes and manual journals of a Xero organisation.</summary>
internal sealed class XeroDocumentStore(XeroApi api, XeroTenants tenants) : IDocumentStore
{
    private readonly InvoiceChannel _invoices = new(api);
    private readonly CreditNoteChannel _creditNotes = new(api);
    private readonly JournalChannel _journals = new(api);

    public int MaximumBatch => XeroApi.MostElements;

    public IAsyncEnumerable<RemoteDocument> ReadAsync(
        RemoteConnection connection, DocumentKind kind, DateTimeOffset? changedSince, CancellationToken cancellationToken) =>
        Channel(kind).ReadAsync(tenants.For(connection), changedSince, cancellationToken);

    public IAsyncEnumerable<RemoteDocument> ReadDatedAsync(
        RemoteConnection connection, DocumentKind kind, DateOnly from, CancellationToken cancellationToken) =>
        Channel(kind).ReadDatedAsync(tenants.For(connection), from, cancellationToken);

    public Task<IReadOnlyList<RemoteDocument>> FindAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyCollection<RemoteDocumentId> ids, CancellationToken cancellationToken) =>
        RemoteFaults.TranslateAsync(() => Channel(kind).FindAsync(
            tenants.For(connection), [.. ids.Select(id => id.Value).Distinct(StringComparer.OrdinalIgnoreCase)], cancellationToken));

    public Task<IReadOnlyList<RemoteDocument>> FindByNaturalKeyAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyCollection<string> naturalKeys,
        DateTimeOffset since,
        CancellationToken cancellationToken) =>
        naturalKeys.Count == 0
            ? Task.FromResult<IReadOnlyList<RemoteDocument>>([])
            : RemoteFaults.TranslateAsync(
                () => Channel(kind).FindByKeyAsync(tenants.For(connection), [.. naturalKeys], since, cancellationToken));

    public Task<IReadOnlyList<WriteResult<RemoteDocument>>> CreateAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyList<DocumentContent> documents,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        RemoteFaults.TranslateAsync(() => Channel(kind).CreateAsync(tenants.For(connection), documents, key.Value, cancellationToken));

    public Task<IReadOnlyList<WriteResult<RemoteDocument>>> UpdateAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyList<DocumentUpdate> updates,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        RemoteFaults.TranslateAsync(() => Channel(kind).UpdateAsync(tenants.For(connection), updates, key.Value, cancellationToken));

    public Task<IReadOnlyList<WriteResult<RemoteDocument>>> VoidAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyList<RemoteDocument> documents,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        RemoteFaults.TranslateAsync(() => Channel(kind).UndoAsync(tenants.For(connection), documents, key.Value, cancellationToken));

    public async Task<Refusal?> AllocateAsync(
        RemoteConnection connection, CreditAllocation allocation, IdempotencyKey key, CancellationToken cancellationToken)
    {
        var sent = new AllocationWrite
        {
            Amount = allocation.Amount,
            Date = allocation.Date,
            Invoice = new(allocation.InvoiceId.Value),
        };
        try
        {
            var stored = await api.AllocateAsync(tenants.For(connection), allocation.CreditNoteId.Value, [sent], key.Value, cancellationToken);
            return AllocationAnswer.Read(stored);
        }
        catch (XeroApiException e) when (e is { Kind: XeroErrorKind.Validation, OutcomeUnknown: false })
        {
            IReadOnlyList<string> messages = [.. e.Elements.SelectMany(x => x.Messages).Distinct()];
            return RefusalReader.Read(messages.Count > 0 ? messages : [e.Message]);
        }
        catch (XeroApiException e)
        {
            throw RemoteFaults.Of(e);
        }
        catch (XeroIdentityException e)
        {
            throw RemoteFaults.Of(e);
        }
    }

    private IDocumentChannel Channel(DocumentKind kind) => kind switch
    {
        DocumentKind.Invoice => _invoices,
        DocumentKind.CreditNote => _creditNotes,
        DocumentKind.Journal => _journals,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of document."),
    };
}
