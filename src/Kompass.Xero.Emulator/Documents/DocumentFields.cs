namespace Kompass.Xero.Emulator;

/// <summary>The members of invoices and credit notes that <c>where</c> and <c>order</c> know.</summary>
internal static class DocumentFields
{
    public static Dictionary<string, Func<EmulatedDocument, object?>> For(BooksState state, DocumentKind kind)
    {
        EmulatedContact? Contact(EmulatedDocument document) => state.Contacts.GetValueOrDefault(document.ContactId);
        var fields = new Dictionary<string, Func<EmulatedDocument, object?>>(StringComparer.OrdinalIgnoreCase)
        {
            ["Type"] = document => document.Type,
            ["Status"] = document => document.Status,
            ["Reference"] = document => document.Reference,
            ["Date"] = document => document.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            ["DueDate"] = document => document.DueDate?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            ["Total"] = document => document.Gross,
            ["SubTotal"] = document => document.Net,
            ["CurrencyCode"] = document => document.CurrencyCode,
            ["UpdatedDateUTC"] = document => document.UpdatedDateUtc.UtcDateTime,
            ["Contact.ContactID"] = document => document.ContactId,
            ["Contact.Name"] = document => Contact(document)?.Name,
            ["Contact.ContactNumber"] = document => Contact(document)?.ContactNumber,
        };
        if (kind == DocumentKind.Invoice)
        {
            fields["InvoiceID"] = document => document.Id;
            fields["InvoiceNumber"] = document => document.Number;
            fields["SentToContact"] = document => document.SentToContact;
            fields["AmountDue"] = document => document.AmountDue;
            fields["AmountPaid"] = document => document.AmountPaid;
            fields["AmountCredited"] = document => document.AmountCredited;
        }
        else
        {
            fields["CreditNoteID"] = document => document.Id;
            fields["CreditNoteNumber"] = document => document.Number;
            fields["RemainingCredit"] = document => document.AmountDue;
        }

        return fields;
    }
}
