namespace Kompass.Xero.Emulator;

/// <summary><c>/Invoices</c>.</summary>
internal sealed class InvoicesEndpoint() : DocumentsEndpoint(DocumentShape.Invoice)
{
    public override string Name => "Invoices";

    public override EmulatedResponse Handle(AccountingCall call)
    {
        if (call.Segments.Count == 2 && call.Segments[1].Equals("OnlineInvoice", StringComparison.OrdinalIgnoreCase))
        {
            return Find(call, call.Segments[0]) is { IsApproved: true } invoice
                ? Answers.List(call, "OnlineInvoices", [invoice], (writer, found) => writer.WriteString("OnlineInvoiceUrl", $"https://in.xero.com/{found.Id:N}"))
                : Errors.NotFound();
        }

        return base.Handle(call);
    }

    protected override IEnumerable<EmulatedDocument> Narrow(AccountingCall call, IEnumerable<EmulatedDocument> documents)
    {
        if (call.Ids("IDs") is { } ids)
        {
            documents = documents.Where(document => ids.Contains(document.Id));
        }

        if (call.List("InvoiceNumbers") is { } numbers)
        {
            documents = documents.Where(document => numbers.Contains(document.Number, StringComparer.OrdinalIgnoreCase));
        }

        if (call.Ids("ContactIDs") is { } contacts)
        {
            documents = documents.Where(document => contacts.Contains(document.ContactId));
        }

        if (call.List("Statuses") is { } statuses)
        {
            documents = documents.Where(document => statuses.Contains(document.Status, StringComparer.OrdinalIgnoreCase));
        }

        if (call.Flag("createdByMyApp"))
        {
            documents = documents.Where(document => document.CreatedByApp);
        }

        if (call.Request.Query["searchTerm"] is { Length: > 0 } term)
        {
            documents = documents.Where(document => document.Number?.Contains(term, StringComparison.OrdinalIgnoreCase) == true
                || document.Reference?.Contains(term, StringComparison.OrdinalIgnoreCase) == true);
        }

        return documents;
    }
}
