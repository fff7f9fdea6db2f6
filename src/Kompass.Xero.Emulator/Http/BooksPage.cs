using System.Globalization;
using System.Net;
using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary>The page at <c>/</c> that shows the books and the last calls to a person.</summary>
internal static class BooksPage
{
    private const int Rows = 50;

    private const string Style =
        "body{font:14px/1.45 system-ui,sans-serif;max-width:72rem;margin:1.5rem auto;padding:0 1rem;color:#111}"
        + "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{text-align:left;padding:.2rem .6rem;border-bottom:1px solid #ddd}";

    public static EmulatedResponse Show(EmulatorContext context)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Xero emulator</title><style>")
            .Append(Style).Append("</style></head><body><h1>Xero emulator</h1>");
        foreach (var id in context.Order)
        {
            Books(page, context.Organisations[id].State);
        }

        Table(page, "Last calls", context.Calls.Count, ["When", "Call", "Status", "Elements"], context.Calls.AsEnumerable().Reverse().Take(Rows).Select(call => (string[])
        [
            call.At.ToString("u", CultureInfo.InvariantCulture), $"{call.Method} {call.Path}{call.Query}",
            call.Status.ToString(CultureInfo.InvariantCulture) + (call.IsReplay ? " (replay)" : ""), call.Elements.ToString(CultureInfo.InvariantCulture),
        ]));
        page.Append("</body></html>");
        return EmulatedResponse.Html(200, page.ToString())
            .With("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    }

    private static void Books(StringBuilder page, BooksState state)
    {
        page.Append("<h2>").Append(Encode(state.Organisation.Name)).Append(" <small>").Append(state.Organisation.Id).Append("</small></h2>");
        Table(page, "Contacts", state.Contacts.Count, ["Name", "Number", "E-mail", "Status"], state.Contacts.Values
            .OrderByDescending(contact => contact.UpdatedDateUtc).ThenBy(contact => contact.Name, StringComparer.Ordinal).Take(Rows)
            .Select(contact => (string[])[contact.Name, contact.ContactNumber ?? "", contact.EmailAddress ?? "", contact.Status]));
        Documents(page, "Invoices", state, state.Invoices.Values);
        Documents(page, "Credit notes", state, state.CreditNotes.Values);
        Table(page, "Manual journals", state.Journals.Count, ["Narration", "Date", "Status", "Debits"], state.Journals.Values
            .OrderByDescending(journal => journal.UpdatedDateUtc).Take(Rows)
            .Select(journal => (string[])[journal.Narration, Day(journal.Date), journal.Status, Money(journal.Debits)]));
    }

    private static void Documents(StringBuilder page, string title, BooksState state, IEnumerable<EmulatedDocument> documents)
    {
        var all = documents.OrderByDescending(document => document.UpdatedDateUtc).ThenByDescending(document => document.Number, StringComparer.Ordinal).ToList();
        Table(page, title, all.Count, ["Number", "Contact", "Date", "Status", "Net", "VAT", "Total", "Due"], all.Take(Rows).Select(document => (string[])
        [
            document.Number ?? "", state.Contacts[document.ContactId].Name, Day(document.Date), document.Status,
            Money(document.Net), Money(document.Vat), $"{Money(document.Gross)} {document.CurrencyCode}", Money(document.AmountDue),
        ]));
    }

    private static void Table(StringBuilder page, string title, int count, string[] heads, IEnumerable<string[]> rows)
    {
        page.Append("<h3>").Append(title).Append(" (").Append(count).Append(")</h3>");
        if (count == 0)
        {
            return;
        }

        page.Append("<table><tr>").AppendJoin("", heads.Select(head => $"<th scope=\"col\">{head}</th>")).Append("</tr>");
        var shown = rows.ToList();
        foreach (var row in shown)
        {
            page.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Encode(cell)}</td>")).Append("</tr>");
        }

        page.Append("</table>");
        if (shown.Count < count)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>The last {shown.Count} of {count} are shown; {count - shown.Count} are left out.</p>");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
