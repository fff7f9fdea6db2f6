namespace Kompass.Xero.Emulator;

/// <summary>What people enter in Xero and do to single records.</summary>
internal static class RecordRoutes
{
    public static readonly IReadOnlyList<ControlRoute> All =
    [
        ControlRoute.Of("POST", "organisations/{tenant}/contacts", "Adds a contact: name, contactNumber, accountNumber, emailAddress.", call => new
        {
            Id = call.Control.AddContact(call.Tenant, call.Required("name"), contact => contact with
            {
                ContactNumber = call.Body.TextOr("contactNumber", null),
                AccountNumber = call.Body.TextOr("accountNumber", null),
                EmailAddress = call.Body.TextOr("emailAddress", null),
            }),
        }),
        ControlRoute.Of("POST", "organisations/{tenant}/contacts/{id}/archive", "Archives a contact.", call =>
            call.Control.ArchiveContact(call.Tenant, call.Id("id"))),
        ControlRoute.Of("POST", "organisations/{tenant}/contacts/{id}/restore", "Restores an archived contact.", call =>
            call.Control.RestoreContact(call.Tenant, call.Id("id"))),
        ControlRoute.Of("POST", "organisations/{tenant}/contacts/{id}/rename", "Renames a contact: name.", call =>
            call.Control.RenameContact(call.Tenant, call.Id("id"), call.Required("name"))),
        ControlRoute.Of("POST", "organisations/{tenant}/contacts/{id}/merge", "Merges a contact into another: into.", call =>
            call.Control.MergeContacts(call.Tenant, call.Id("id"), call.RequiredId("into"))),
        ControlRoute.Of("POST", "organisations/{tenant}/documents", "Adds a document of one line: contactId, type, number, date, net.", call => new
        {
            Id = call.Control.AddDocument(
                call.Tenant, call.RequiredId("contactId"), call.Required("type"), call.Required("number"), Day(call, "date"), Amount(call, "net")),
        }),
        ControlRoute.Of("POST", "organisations/{tenant}/invoices/{id}/pay", "Pays an invoice: amount, date.", call =>
            new { Id = call.Control.PayInvoice(call.Tenant, call.Id("id"), Amount(call, "amount"), Day(call, "date")) }),
        ControlRoute.Of("POST", "organisations/{tenant}/invoices/{id}/void", "Voids an invoice or credit note.", call =>
            call.Control.VoidInvoice(call.Tenant, call.Id("id"))),
        ControlRoute.Of("POST", "organisations/{tenant}/invoices/{id}/recode", "Moves lines to another account without bumping the last change: from, to.", call =>
            call.Control.RecodeLines(call.Tenant, call.Id("id"), call.Required("from"), call.Required("to"))),
        ControlRoute.Of("POST", "organisations/{tenant}/accounts", "Adds an account: code, name, type, taxType.", call => new
        {
            Id = call.Control.AddAccount(
                call.Tenant, call.Body.TextOr("code", null), call.Required("name"), call.Body.TextOr("type", "REVENUE")!, call.Body.TextOr("taxType", "NONE")!),
        }),
        ControlRoute.Of("POST", "organisations/{tenant}/tax-rates", "Adds a tax rate: taxType, name, rate.", call =>
            new { TaxType = call.Control.AddTaxRate(call.Tenant, call.Required("taxType"), call.Required("name"), Amount(call, "rate")) }),
        ControlRoute.Of("POST", "organisations/{tenant}/items", "Adds an item: code, name, salesAccountCode, salesTaxType.", call => new
        {
            Id = call.Control.AddItem(
                call.Tenant, call.Required("code"), call.Required("name"), call.Body.TextOr("salesAccountCode", null), call.Body.TextOr("salesTaxType", null)),
        }),
        ControlRoute.Of("POST", "organisations/{tenant}/currencies", "Subscribes to a currency: code.", call =>
            call.Control.AddCurrency(call.Tenant, call.Required("code"))),
        ControlRoute.Of("POST", "organisations/{tenant}/tracking-categories", "Adds a tracking category: name, options (texts separated by |).", call =>
            new { Id = call.Control.AddTrackingCategory(call.Tenant, call.Required("name"), call.Required("options").Split('|', StringSplitOptions.TrimEntries)) }),
    ];

    private static DateOnly Day(ControlCall call, string name) => call.Body.Day(name) ?? throw new ArgumentException($"The body lacks '{name}'.");

    private static decimal Amount(ControlCall call, string name) => call.Body.Number(name) ?? throw new ArgumentException($"The body lacks '{name}'.");
}
