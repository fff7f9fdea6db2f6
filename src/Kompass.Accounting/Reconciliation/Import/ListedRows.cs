namespace Kompass.Accounting;

/// <summary>The rows of the reports that a file belongs to, as they were exported.</summary>
internal sealed class ListedRows
{
    private readonly Dictionary<(ReconciliationId Report, RemoteContactId Contact), ReconciliationRow> _byContact = [];
    private readonly Dictionary<(ReconciliationId Report, int Number), ReconciliationRow> _byNumber = [];

    public ListedRows(IEnumerable<ReconciliationReport> reports)
    {
        foreach (var report in reports)
        {
            foreach (var row in report.Rows)
            {
                _byNumber[(report.Id, row.Number)] = row;
                if (row.Contact is { } contact)
                {
                    _byContact.TryAdd((report.Id, contact.Id), row);
                }
            }
        }
    }

    /// <summary>The exported row that a line was: by its contact, else by its number; null for a line that a person added.</summary>
    public ReconciliationRow? Of(ReviewLine line, RemoteContact? contact)
    {
        if (!ReconciliationId.TryParse(line.Report, out var report))
        {
            return null;
        }

        return contact is not null && _byContact.TryGetValue((report, contact.Id), out var row) ? row
            : int.TryParse(line.Row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? _byNumber.GetValueOrDefault((report, number))
            : null;
    }
}
