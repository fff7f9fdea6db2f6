namespace Kompass.Xero.AspNetCore;

/// <summary>Gathers what is held, skipped or changed in Xero; each record once.</summary>
internal sealed class RecordReader(ISyncJournal journal, IMappingStore mappings)
{
    private const string SkippedRemedy = "Nothing. Take the skip back once the record is to be sent after all.";

    public async Task<RecordModel> ReadAsync(Selection selection, string? find, CancellationToken cancellationToken)
    {
        var text = find?.Trim() ?? "";
        if (selection.Current is not { Connection: { } connection })
        {
            return new(selection, text, []);
        }

        var organisation = connection.OrganisationId;
        var seen = new HashSet<RecordKey>();
        var found = Held(await journal.GetHoldsAsync(organisation, cancellationToken))
            .Concat(Skipped(await journal.GetSkipsAsync(organisation, cancellationToken)))
            .Concat(Drifted(await mappings.GetDocumentLinksAsync(organisation, cancellationToken)))
            .Concat(Drifted(await mappings.GetContactLinksAsync(organisation, cancellationToken)))
            .Where(entry => seen.Add(entry.Row.Record) && entry.Row.Matches(text));
        var groups = found
            .GroupBy(entry => (entry.Standing, entry.Title, entry.Remedy))
            .Select(group => new RecordGroup(group.Key.Standing, group.Key.Title, group.Key.Remedy, [.. group.Select(entry => entry.Row).OrderBy(row => row.Since)]))
            .OrderBy(group => group.Standing)
            .ThenByDescending(group => group.Rows.Count);
        return new(selection, text, [.. groups]);
    }

    private static IEnumerable<Entry> Held(IEnumerable<Hold> holds) => holds.Select(hold => new Entry(
        RecordStanding.Held, Texts.Words(hold.Reason), hold.Remedy, new(hold.Record, hold.Title, hold.Amount, hold.Detail, hold.Since)));

    private static IEnumerable<Entry> Skipped(IEnumerable<RecordSkip> skips) => skips.Select(skip => new Entry(
        RecordStanding.Skipped, "Skipped", SkippedRemedy, new(skip.Record, skip.Title, null, $"skipped by {skip.SkippedBy}: {skip.Reason}", skip.SkippedAt)));

    private static IEnumerable<Entry> Drifted(IEnumerable<DocumentLink> links) =>
        from link in links
        where link.Standing is { Drift: { } drift } && IsOpen(drift)
        select OfDrift(link.Standing!.Drift!, new(RecordKey.Of(link.InvoiceId), link.Number ?? link.InvoiceId.Value, link.Gross, link.Standing.Drift!.Detail, link.Standing.UpdatedAt));

    private static IEnumerable<Entry> Drifted(IEnumerable<ContactLink> links) =>
        from link in links
        where link.Drift is { } drift && IsOpen(drift)
        select OfDrift(link.Drift!, new(RecordKey.Of(link.ClientId), link.SentName ?? link.ClientId.Value, null, link.Drift!.Detail, null));

    private static Entry OfDrift(RecordDrift drift, RecordRow row) => new(RecordStanding.Drifted, $"{Texts.Words(drift.Kind)} in Xero", drift.Remedy, row);

    // Being paid is what becomes of an invoice: thousands of them would bury what somebody has to look at.
    private static bool IsOpen(RecordDrift drift) => drift.Kind is not (DriftKind.Touched or DriftKind.PartPaid or DriftKind.Paid);

    private sealed record Entry(RecordStanding Standing, string Title, string Remedy, RecordRow Row);
}
