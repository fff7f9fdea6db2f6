using System.Globalization;

namespace Kompass.Xero.AspNetCore;

/// <summary>The page Audit trail.</summary>
internal sealed class AuditHandler(ConfigurationSelector selector, IAuditTrail trail)
{
    public const int Size = 50;

    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var asked = query["configuration"].ToString().Trim();
        var record = query["record"].ToString().Trim();
        var isPage = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before);
        var selection = await selector.SelectAsync(http, asked);
        if (!ConfigurationId.TryParse(asked, out var id) && asked.Length > 0)
        {
            return Notice.NotFound(http);
        }

        // One more than is shown tells whether there is another page.
        var wanted = new AuditQuery { ConfigurationId = asked.Length > 0 ? id : null, Before = isPage ? before : null, Maximum = Size + 1 };
        var found = await ReadAsync(wanted, record, http.RequestAborted);
        var older = found.Count > Size ? found[Size - 1].Sequence : (long?)null;
        return Page.Of<AuditPage>(http, new AuditModel(selection.Options, asked, record, [.. found.Take(Size)], older, !isPage));
    }

    // People know a record by its id and not by its kind, so both kinds are looked at.
    private async Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, string record, CancellationToken cancellationToken)
    {
        if (record.Length == 0)
        {
            return await trail.ReadAsync(query, cancellationToken);
        }

        var found = new List<AuditEntry>();
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            found.AddRange(await trail.ReadAsync(query with { Record = new(kind, record) }, cancellationToken));
        }

        return [.. found.OrderByDescending(entry => entry.Sequence).Take(query.Maximum)];
    }
}
