using System.Globalization;
using System.Runtime.CompilerServices;
using Kompass.Accounting;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>What the three kinds of documents have in common.</summary>
internal abstract class DocumentChannel<TRead, TWrite>(XeroApi api, XeroResource<TRead, TWrite> resource) : IDocumentChannel
    where TRead : WireElement
    where TWrite : class
{
    protected XeroApi Api { get; } = api;

    protected XeroResource<TRead, TWrite> Resource { get; } = resource;

    /// <summary>Leaves out purchases, which share the address.</summary>
    protected virtual string? Sales => null;

    public IAsyncEnumerable<RemoteDocument> ReadAsync(XeroTenant tenant, DateTimeOffset? changedSince, CancellationToken cancellationToken) =>
        ReadAsync(tenant, new XeroQuery { ChangedSince = changedSince, Where = Sales }, cancellationToken);

    public async IAsyncEnumerable<RemoteDocument> ReadDatedAsync(
        XeroTenant tenant, DateOnly from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Only sales documents have an index over their dates; without one Xero refuses the filter on large books.
        var dated = string.Create(CultureInfo.InvariantCulture, $"{Sales} AND Date>=DateTime({from.Year},{from.Month:00},{from.Day:00})");
        await foreach (var document in ReadAsync(tenant, new XeroQuery { Where = Sales is null ? null : dated }, cancellationToken))
        {
            if (document.Date >= from)
            {
                yield return document;
            }
        }
    }

    private async IAsyncEnumerable<RemoteDocument> ReadAsync(
        XeroTenant tenant, XeroQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = Api.ReadPagesAsync(tenant, Resource, query, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await RemoteFaults.TranslateAsync(() => pages.MoveNextAsync().AsTask()))
        {
            foreach (var document in pages.Current.Value.Where(IsOurs))
            {
                yield return Map(document);
            }
        }
    }

    public virtual async Task<IReadOnlyList<RemoteDocument>> FindAsync(
        XeroTenant tenant, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<RemoteDocument>();
        foreach (var id in ids)
        {
            if (await Api.FindAsync(tenant, Resource, id, cancellationToken) is { } document && IsOurs(document))
            {
                found.Add(Map(document));
            }
        }

        return found;
    }

    public virtual async Task<IReadOnlyList<RemoteDocument>> FindByKeyAsync(
        XeroTenant tenant, IReadOnlyList<string> keys, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var found = new List<RemoteDocument>();
        await foreach (var document in ReadAsync(tenant, since, cancellationToken))
        {
            if (keys.Any(key => HasKey(document, key)))
            {
                found.Add(document);
            }
        }

        return found;
    }

    public async Task<IReadOnlyList<WriteResult<RemoteDocument>>> CreateAsync(
        XeroTenant tenant, IReadOnlyList<DocumentContent> documents, string key, CancellationToken cancellationToken) =>
        Results(await Api.CreateAsync(tenant, Resource, [.. documents.Select(d => Write(d, null, null))], key, cancellationToken));

    public async Task<IReadOnlyList<WriteResult<RemoteDocument>>> UpdateAsync(
        XeroTenant tenant, IReadOnlyList<DocumentUpdate> updates, string key, CancellationToken cancellationToken) =>
        Results(await Api.UpdateAsync(
            tenant, Resource, [.. updates.Select(u => Write(u.Content, u.Id.Value, u.LineIds))], key, cancellationToken));

    public async Task<IReadOnlyList<WriteResult<RemoteDocument>>> UndoAsync(
        XeroTenant tenant, IReadOnlyList<RemoteDocument> documents, string key, CancellationToken cancellationToken)
    {
        List<RemoteDocument> open = [.. documents.Where(d => d.Status is not (DocumentStatus.Voided or DocumentStatus.Deleted))];
        var results = open.Count == 0
            ? []
            : Results(await Api.UpdateAsync(tenant, Resource, [.. open.Select(WriteUndone)], key, cancellationToken));
        var byId = open.Zip(results).ToDictionary(pair => pair.First.Id, pair => pair.Second);
        return [.. documents.Select(d => byId.TryGetValue(d.Id, out var result) ? result : new(d, null, []))];
    }

    protected virtual bool IsOurs(TRead document) => true;

    protected virtual bool HasKey(RemoteDocument document, string key) =>
        string.Equals(document.Number?.Trim(), key.Trim(), StringComparison.OrdinalIgnoreCase);

    protected abstract RemoteDocument Map(TRead document);

    protected abstract TWrite Write(DocumentContent content, string? id, IReadOnlyList<string?>? lineIds);

    protected abstract TWrite WriteUndone(RemoteDocument document);

    private IReadOnlyList<WriteResult<RemoteDocument>> Results(XeroResult<IReadOnlyList<ElementOutcome<TRead>>> answer) =>
        WriteResults.From(answer, Resource.Path, Map);
}
