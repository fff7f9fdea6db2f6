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

        return call.Segments.Count == 2 && call.Segments[1].Equals("Email", StringComparison.OrdinalIgnoreCase) ? Email(call) : base.Handle(call);
    }

    private EmulatedResponse Email(AccountingCall call)
    {
        if (call.Request.Method != "POST" || Find(call, call.Segments[0]) is not { } invoice)
        {
            return call.Request.Method == "POST" ? Errors.NotFound() : Errors.NotImplemented();
        }

        if (Unsendable(call, invoice) is { } reason)
        {
            return Answers.ValidationFailure([writer =>
            {
                writer.WriteString("InvoiceID", invoice.Id);
                writer.WriteMessages("ValidationErrors", [reason]);
            }]);
        }

        call.State = call.State.With(invoice with { SentToContact = true, UpdatedDateUtc = call.Now });
        return new EmulatedResponse { Status = 204 };
    }

    private static string? Unsendable(AccountingCall call, EmulatedDocument invoice) => invoice switch
    {
        { Type: not "ACCREC" } => "Only sales invoices can be emailed.",
        { Status: not ("AUTHORISED" or "PAID" or "SUBMITTED") } => "The invoice must be approved before it can be emailed.",
        _ when call.State.Organisation.IsDemoCompany => "The Demo Company cannot send email.",
        _ when call.State.Contacts[invoice.ContactId].EmailAddress is null => "The contact has no email address.",
        _ => null,
    };

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
