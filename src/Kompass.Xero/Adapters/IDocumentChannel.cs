using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>One kind of document, as the store sees it.</summary>
internal interface IDocumentChannel
{
    IAsyncEnumerable<RemoteDocument> ReadAsync(XeroTenant tenant, DateTimeOffset? changedSince, CancellationToken cancellationToken);

    IAsyncEnumerable<RemoteDocument> ReadDatedAsync(XeroTenant tenant, DateOnly from, CancellationToken cancellationToken);

    Task<IReadOnlyList<RemoteDocument>> FindAsync(XeroTenant tenant, IReadOnlyList<string> ids, CancellationToken cancellationToken);

    Task<IReadOnlyList<RemoteDocument>> FindByKeyAsync(
        XeroTenant tenant, IReadOnlyList<string> keys, DateTimeOffset since, CancellationToken cancellationToken);

    Task<IReadOnlyList<WriteResult<RemoteDocument>>> CreateAsync(
        XeroTenant tenant, IReadOnlyList<DocumentContent> documents, string key, CancellationToken cancellationToken);

    Task<IReadOnlyList<WriteResult<RemoteDocument>>> UpdateAsync(
        XeroTenant tenant, IReadOnlyList<DocumentUpdate> updates, string key, CancellationToken cancellationToken);

    Task<IReadOnlyList<WriteResult<RemoteDocument>>> UndoAsync(
        XeroTenant tenant, IReadOnlyList<RemoteDocument> documents, string key, CancellationToken cancellationToken);
}
