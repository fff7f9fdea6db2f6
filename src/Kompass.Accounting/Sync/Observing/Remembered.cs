namespace Kompass.Accounting;

/// <summary>What is remembered of an organisation, as a plan needs it; and what it makes of a record.</summary>
internal sealed record Remembered(
    IReadOnlyDictionary<ClientId, ContactLink> ContactLinks,
    Dictionary<InvoiceId, DocumentLink> DocumentLinks,
    IReadOnlyDictionary<RecordKey, Hold> Holds,
    IReadOnlyDictionary<RecordKey, RecordSkip> Skips,
    IReadOnlyDictionary<RecordKey, Operation> Unsettled)
{
    public Relevance Judge(SourceItem<ClientId, Client> item) =>
        item.Record is { } client
            && ContactLinks.TryGetValue(item.Key, out var link)
            && link.RecordHash == RecordHash.Of(client)
            && IsAtRest(RecordKey.Of(item.Key))
            && !Skips.ContainsKey(RecordKey.Of(item.Key))
            ? Relevance.Unchanged
            : Relevance.Matters;

    public Relevance Judge(SourceItem<InvoiceId, Invoice> item, SyncConfiguration configuration, ReadScope scope)
    {
        if (item.Record is not { } invoice || !IsAtRest(RecordKey.Of(item.Key)))
        {
            return Relevance.Matters;
        }

        if (Skips.TryGetValue(RecordKey.Of(item.Key), out var skip))
        {
            return scope == ReadScope.WhatMatters && skip.RecordHash == RecordHash.Of(invoice) ? Relevance.NotSent : Relevance.Matters;
        }

        if (!DocumentLinks.TryGetValue(item.Key, out var link))
        {
            return scope == ReadScope.Everything ? Relevance.Matters
                : Sendable.WhyNot(invoice, configuration) is not null || configuration.Pilot?.Selection.Invoices.Contains(item.Key) == false ? Relevance.NotSent
                : invoice is { Kind: InvoiceKind.CreditNote, AppliesTo: not null } ? Relevance.FreshFollower
                : Relevance.Fresh;
        }

        var waitsForAllocation = link is { Kind: DocumentKind.CreditNote, AllocatedTo: null, IsVoided: false } && invoice.AppliesTo is not null;
        return link.RecordHash == RecordHash.Of(invoice) && !waitsForAllocation && link.UndoneBy is null ? Relevance.Unchanged : Relevance.Matters;
    }

    /// <summary>The records of a kind that are looked at again although they did not change: held ones, and those in doubt.</summary>
    public IEnumerable<string> Waiting(RecordKind kind) =>
        Holds.Keys.Concat(Unsettled.Keys).Where(record => record.Kind == kind).Select(record => record.Id).Distinct();

    private bool IsAtRest(RecordKey record) => !Holds.ContainsKey(record) && !Unsettled.ContainsKey(record);
}
