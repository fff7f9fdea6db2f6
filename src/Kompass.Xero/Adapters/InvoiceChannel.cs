using Kompass.Accounting;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

internal sealed class InvoiceChannel(XeroApi api) : DocumentChannel<InvoiceDto, InvoiceWrite>(api, XeroResources.Invoices)
{
    protected override string Sales => "Type==\"ACCREC\"";

    public override async Task<IReadOnlyList<RemoteDocument>> FindAsync(
        XeroTenant tenant, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<RemoteDocument>();
        foreach (var some in ids.Chunk(XeroQuery.MostIds))
        {
            await CollectAsync(tenant, new XeroQuery { Ids = some }, found, cancellationToken);
        }

        return found;
    }

    public override async Task<IReadOnlyList<RemoteDocument>> FindByKeyAsync(
        XeroTenant tenant, IReadOnlyList<string> keys, DateTimeOffset since, CancellationToken cancellationToken)
    {
        // A comma cannot be expressed in Xero's list; such a number is searched for and compared here.
        var found = new List<RemoteDocument>();
        foreach (var some in Lists(keys.Where(k => !k.Contains(','))))
        {
            await CollectAsync(tenant, new XeroQuery { InvoiceNumbers = some }, found, cancellationToken);
        }

        foreach (var key in keys.Where(k => k.Contains(',')))
        {
            await CollectAsync(tenant, new XeroQuery { SearchTerm = key }, found, cancellationToken);
        }

        return [.. found.Where(d => keys.Any(key => HasKey(d, key))).DistinctBy(d => d.Id)];
    }

    protected override bool IsOurs(InvoiceDto document) => string.Equals(document.Type, "ACCREC", StringComparison.OrdinalIgnoreCase);

    protected override RemoteDocument Map(InvoiceDto document) => DocumentMap.Read(document);

    protected override InvoiceWrite Write(DocumentContent content, string? id, IReadOnlyList<string?>? lineIds) =>
        DocumentWriter.Invoice(content, id, lineIds);

    protected override InvoiceWrite WriteUndone(RemoteDocument document) =>
        new() { InvoiceID = document.Id.Value, Status = DocumentWriter.UndoneStatus(document) };

    private async Task CollectAsync(XeroTenant tenant, XeroQuery query, List<RemoteDocument> found, CancellationToken cancellationToken)
    {
        await foreach (var page in Api.ReadPagesAsync(tenant, Resource, query, cancellationToken))
        {
            found.AddRange(page.Value.Where(IsOurs).Select(Map));
        }
    }

    private static IEnumerable<IReadOnlyCollection<string>> Lists(IEnumerable<string> keys)
    {
        var list = new List<string>();
        var length = 0;
        foreach (var key in keys.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var size = Uri.EscapeDataString(key).Length + 1;
            if (list.Count > 0 && length + size > XeroQuery.LongestList)
            {
                yield return list;
                list = [];
                length = 0;
            }

            list.Add(key);
            length += size;
        }

        if (list.Count > 0)
        {
            yield return list;
        }
    }
}
