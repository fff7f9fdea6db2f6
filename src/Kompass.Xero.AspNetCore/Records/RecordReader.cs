namespace Kompass.Xero.AspNetCore;

/// <summary>Gathers what is held, skipped or changed in Xero, and of what was sent what is searched for; each record once.</summary>
internal sealed class RecordReader(ISyncJournal journal, ILinkIndex index, RecordLinks links)
{
    private const int MostSent = 200;
    private const string SentRemedy = "Nothing: Xero holds what Kompass sent.";
    private const string SkippedRemedy = "Nothing. Take the skip back once the record is to be sent after all.";

    /// <param name="selection">The configuration.</param>
    /// <param name="find">What is searched for.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<RecordModel> ReadAsync(Selection selection, string? find, int page, CancellationToken cancellationToken)
    {
        var text = find?.Trim() ?? "";
        if (selection.Current is not { Connection: { } connection })
        {
            return new(selection, text, []);
        }

        var organisation = connection.OrganisationId;
        var sent = text.Length > 0 ? await SentAsync(organisation, text, cancellationToken) : [];
        var wanted = sent.Select(entry => entry.Row.Record).ToHashSet();
        var seen = new HashSet<RecordKey>();
        var found = Held(await journal.GetHoldsAsync(organisation, cancellationToken))
            .Concat(Skipped(await journal.GetSkipsAsync(organisation, cancellationToken)))
            .Concat(Drifted(await index.GetDriftedDocumentsAsync(organisation, cancellationToken)))
            .Concat(Drifted(await index.GetDriftedContactsAsync(organisation, cancellationToken)))
            .Concat(sent)
            .Where(entry => (entry.Row.Matches(text) || wanted.Contains(entry.Row.Record)) && seen.Add(entry.Row.Record));
        var groups = found
            .GroupBy(entry => (entry.Standing, entry.Title, entry.Remedy))
            .Select(group => new RecordGroup(group.Key.Standing, group.Key.Title, group.Key.Remedy, [.. group.Select(entry => entry.Row).OrderBy(row => row.Since)]))
            .OrderBy(group => group.Standing)
            .ThenByDescending(group => group.Rows.Count)
            .ToList();
        var shown = RecordPages.Of(groups, page);
        return new(selection, text, groups) { Page = shown with { Groups = await links.AddAsync(connection, shown.Groups, cancellationToken) } };
    }

    private async Task<IReadOnlyList<Entry>> SentAsync(RemoteOrganisationId organisation, string text, CancellationToken cancellationToken)
    {
        var documents = await index.FindDocumentsAsync(organisation, text, 0, MostSent, cancellationToken);
        var contacts = await index.FindContactsAsync(organisation, text, 0, MostSent, cancellationToken);
        return
        [
            .. documents.Items.Select(link => Sent(Row(link, SentRecords.StatusOf(link), link.CreatedAt))),
            .. contacts.Items.Select(link => Sent(Row(link, SentRecords.StatusOf(link), link.CreatedAt))),
        ];
    }

    private static Entry Sent(RecordRow row) => new(RecordStanding.Sent, "In Xero", SentRemedy, row);

    private static RecordRow Row(DocumentLink link, string text, DateTimeOffset? since) =>
        new(RecordKey.Of(link.InvoiceId), link.Number ?? link.InvoiceId.Value, link.Gross, text, since) { Link = RecordLink.Of(link) };

    private static RecordRow Row(ContactLink link, string text, DateTimeOffset? since) =>
        new(RecordKey.Of(link.ClientId), link.SentName ?? link.ClientId.Value, null, text, since) { Link = RecordLink.Of(link) };

    private static IEnumerable<Entry> Held(IEnumerable<Hold> holds) => holds.Select(hold => new Entry(
        RecordStanding.Held, Texts.Words(hold.Reason), hold.Remedy, new(hold.Record, hold.Title, hold.Amount, hold.Detail, hold.Since)));

    private static IEnumerable<Entry> Skipped(IEnumerable<RecordSkip> skips) => skips.Select(skip => new Entry(
        RecordStanding.Skipped, "Skipped", SkippedRemedy, new(skip.Record, skip.Title, null, $"skipped by {skip.SkippedBy}: {skip.Reason}", skip.SkippedAt)));

    private static IEnumerable<Entry> Drifted(IEnumerable<DocumentLink> drifted) =>
        drifted.Select(link => OfDrift(link.Standing!.Drift!, Row(link, link.Standing.Drift!.Detail, link.Standing.UpdatedAt)));

    private static IEnumerable<Entry> Drifted(IEnumerable<ContactLink> drifted) =>
        drifted.Select(link => OfDrift(link.Drift!, Row(link, link.Drift!.Detail, null)));

    private static Entry OfDrift(RecordDrift drift, RecordRow row) => new(RecordStanding.Drifted, $"{Texts.Words(drift.Kind)} in Xero", drift.Remedy, row);

    private sealed record Entry(RecordStanding Standing, string Title, string Remedy, RecordRow Row);
}
