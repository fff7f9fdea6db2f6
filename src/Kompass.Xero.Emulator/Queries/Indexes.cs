namespace Kompass.Xero.Emulator;

/// <summary>What Xero has an index for: which members may be compared for equality, which within ranges, and what may be sorted by.</summary>
internal sealed record Indexes(IReadOnlySet<string> Equal, IReadOnlySet<string> Range, IReadOnlySet<string> Order)
{
    public static readonly Indexes Contacts = new(
        Set("Name", "EmailAddress", "AccountNumber", "ContactID"), Set(), Set("ContactID", "UpdatedDateUTC", "Name"));

    public static readonly Indexes Invoices = new(
        Set("Status", "Contact.ContactID", "Contact.Name", "Contact.ContactNumber", "Reference", "InvoiceNumber", "InvoiceID", "Type", "AmountPaid", "Date", "DueDate", "AmountDue"),
        Set("Date", "DueDate", "AmountDue"),
        Set("InvoiceID", "UpdatedDateUTC", "Date"));

    public static readonly Indexes CreditNotes = new(
        Set("Status", "Type", "Reference", "Contact.ContactID", "Contact.Name", "Contact.ContactNumber", "Date", "CreditNoteID"),
        Set("Date"),
        Set("CreditNoteID", "UpdatedDateUTC", "Date"));

    public static readonly Indexes ManualJournals = new(Set("Narration", "ManualJournalID"), Set(), Set("ManualJournalID", "UpdatedDateUTC", "Date"));

    /// <summary>Whether one comparison can use an index.</summary>
    public bool Serve(string path, string sign) => sign switch
    {
        "==" or "=" => Equal.Contains(path),
        ">" or ">=" or "<" or "<=" => Range.Contains(path),
        _ => false,
    };

    private static HashSet<string> Set(params ReadOnlySpan<string> names)
    {
        var set = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            set.Add(name);
        }

        return set;
    }
}
