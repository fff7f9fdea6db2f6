using Kompass.Accounting;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>Documents into Xero's shapes. Totals and line amounts are never sent: Xero computes them, and they are compared afterwards.</summary>
internal static class DocumentWriter
{
    public static InvoiceWrite Invoice(DocumentContent content, string? id, IReadOnlyList<string?>? lineIds) => new()
    {
        InvoiceID = id,
        Type = "ACCREC",
        Contact = Contact(content),
        InvoiceNumber = content.Number,
        Reference = content.Reference,
        Url = content.Url?.AbsoluteUri,
        Date = content.Date,
        DueDate = content.DueDate,
        CurrencyCode = content.Currency.Value,
        LineAmountTypes = content.LineAmountTypes.ToString(),
        Status = Status(content.Status),
        LineItems = Lines(content, lineIds),
    };

    public static CreditNoteWrite CreditNote(DocumentContent content, string? id, IReadOnlyList<string?>? lineIds) => new()
    {
        CreditNoteID = id,
        Type = "ACCRECCREDIT",
        Contact = Contact(content),
        CreditNoteNumber = content.Number,
        Reference = content.Reference,
        Date = content.Date,
        CurrencyCode = content.Currency.Value,
        LineAmountTypes = content.LineAmountTypes.ToString(),
        Status = Status(content.Status),
        LineItems = Lines(content, lineIds),
    };

    public static ManualJournalWrite Journal(DocumentContent content, string? id) => new()
    {
        ManualJournalID = id,
        Narration = content.Narration,
        Date = content.Date,
        LineAmountTypes = nameof(Kompass.Accounting.LineAmountTypes.NoTax),
        Status = content.Status == DocumentStatus.Approved ? "POSTED" : Status(content.Status),
        Url = content.Url?.AbsoluteUri,
        JournalLines =
        [
            .. content.Lines.Select(l => new JournalLineWrite
            {
                LineAmount = l.Quantity * l.UnitAmount,
                Description = l.Description,
                AccountID = AccountId(l),
                AccountCode = AccountCode(l),
            }),
        ],
    };

    /// <summary>Undoing by status: a document in the books is voided, one that is not yet there is deleted.</summary>
    public static string UndoneStatus(RemoteDocument document) =>
        document.Status is DocumentStatus.Draft or DocumentStatus.Submitted ? "DELETED" : "VOIDED";

    private static IReadOnlyList<LineItemWrite> Lines(DocumentContent content, IReadOnlyList<string?>? ids) =>
    [
        .. content.Lines.Select((l, i) => new LineItemWrite
        {
            LineItemID = ids?[i],
            Description = l.Description,
            Quantity = l.Quantity,
            UnitAmount = l.UnitAmount,
            ItemCode = l.ItemCode,
            AccountID = AccountId(l),
            AccountCode = AccountCode(l),
            TaxType = l.TaxType,
            TaxAmount = l.TaxAmount,
        }),
    ];

    private static ContactReference Contact(DocumentContent content) => content.ContactId is { } id
        ? new(id.Value)
        : throw new ArgumentException($"Document {content.Number} has no contact.", nameof(content));

    private static string Status(DocumentStatus status) => status switch
    {
        DocumentStatus.Draft => "DRAFT",
        DocumentStatus.Submitted => "SUBMITTED",
        DocumentStatus.Approved => "AUTHORISED",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A document is written as draft, submitted or approved."),
    };

    // The id never changes; a code may be given to another account between reading and writing.
    private static string? AccountId(DocumentLine line) => BatchOutcomes.IsId(line.AccountId) ? line.AccountId : null;

    private static string? AccountCode(DocumentLine line) => BatchOutcomes.IsId(line.AccountId) ? null : line.AccountCode ?? line.AccountId;
}
