namespace Kompass.Xero.AspNetCore;

/// <summary>Lists everything that has become something in Xero, page by page.</summary>
internal sealed class SentHandler(ConfigurationSelector selector, ILinkIndex index, ISyncJournal journal, RecordLinks links)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var selection = await selector.SelectAsync(http, query["configuration"]);
        var areClients = query["kind"] == "clients";
        var find = query["find"].ToString().Trim();
        if (selection.Current is not { Connection: { } connection })
        {
            return Page.Of<SentPage>(http, new SentModel(selection, areClients, find, new([], 1, 0)));
        }

        var organisation = connection.OrganisationId;
        var number = PageList.NumberOf(http);
        var skip = (number - 1) * PageList.Size;
        var (rows, total) = areClients
            ? Rows(await index.FindContactsAsync(organisation, find, skip, PageList.Size, http.RequestAborted), SentRow.Of)
            : Rows(await index.FindDocumentsAsync(organisation, find, skip, PageList.Size, http.RequestAborted), SentRow.Of);
        var placed = new List<SentRow>();
        foreach (var row in rows)
        {
            placed.Add(row with { Link = await links.PlaceAsync(connection, row.Link, http.RequestAborted) });
        }

        return Page.Of<SentPage>(http, new SentModel(selection, areClients, find, new(placed, number, total))
        {
            Waiting = await WaitingAsync(organisation, http.RequestAborted),
        });
    }

    private static (IEnumerable<SentRow> Rows, int Total) Rows<TLink>(LinkPage<TLink> page, Func<TLink, SentRow> row) => (page.Items.Select(row), page.Total);

    private async Task<IReadOnlyDictionary<RecordKey, string>> WaitingAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken)
    {
        var waiting = (await journal.GetSkipsAsync(organisation, cancellationToken)).ToDictionary(skip => skip.Record, _ => "skipped");
        foreach (var hold in await journal.GetHoldsAsync(organisation, cancellationToken))
        {
            waiting[hold.Record] = $"held: {Texts.Words(hold.Reason).ToLowerInvariant()}";
        }

        return waiting;
    }
}
