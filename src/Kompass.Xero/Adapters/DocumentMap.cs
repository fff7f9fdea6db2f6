using Kompass.Accounting;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>Documents from Xero's shapes.</summary>
internal static class DocumentMap
{
    public static RemoteDocument Read(InvoiceDto invoice) => new()
    {
        Id = new(invoice.InvoiceID!),
        Kind = DocumentKind.Invoice,
        Status = Status(invoice.Status),
        Number = invoice.InvoiceNumber,
        Reference = invoice.Reference,
        ContactId = Contact(invoice.Contact),
        Date = invoice.Date ?? default,
        DueDate = invoice.DueDate,
        Currency = Currency(invoice.CurrencyCode),
        Net = invoice.SubTotal ?? 0,
        Vat = invoice.TotalTax ?? 0,
        Gross = invoice.Total ?? 0,
        AmountPaid = invoice.AmountPaid ?? 0,
        AmountCredited = invoice.AmountCredited ?? 0,
        PaidOn = invoice.AmountPaid > 0 ? Latest((invoice.Payments ?? []).Select(p => p.Date)) ?? invoice.FullyPaidOnDate : null,
        CreditedOn = invoice.AmountCredited > 0 ? Latest((invoice.CreditNotes ?? []).Select(n => n.Date)) : null,
        Lines = [.. (invoice.LineItems ?? []).Select(Line)],
        Url = Address(invoice.Url),
        UpdatedAt = invoice.UpdatedDateUTC ?? DateTimeOffset.UnixEpoch,
    };

    public static RemoteDocument Read(CreditNoteDto note) => new()
    {
        Id = new(note.CreditNoteID!),
        Kind = DocumentKind.CreditNote,
        Status = Status(note.Status),
        Number = note.CreditNoteNumber,
        Reference = note.Reference,
        ContactId = Contact(note.Contact),
        Date = note.Date ?? default,
        Currency = Currency(note.CurrencyCode),
        Net = note.SubTotal ?? 0,
        Vat = note.TotalTax ?? 0,
        Gross = note.Total ?? 0,
        AmountPaid = (note.Payments ?? []).Sum(p => p.Amount ?? 0),
        AmountCredited = Used(note),
        PaidOn = Latest((note.Payments ?? []).Select(p => p.Date)),
        CreditedOn = Latest((note.Allocations ?? []).Select(a => a.Date)),
        Lines = [.. (note.LineItems ?? []).Select(Line)],
        UpdatedAt = note.UpdatedDateUTC ?? DateTimeOffset.UnixEpoch,
    };

    public static RemoteDocument Read(ManualJournalDto journal) => new()
    {
        Id = new(journal.ManualJournalID!),
        Kind = DocumentKind.Journal,
        Status = Status(journal.Status),
        Date = journal.Date ?? default,
        Net = 0,
        Vat = 0,
        Gross = 0,
        Narration = journal.Narration,
        Lines =
        [
            .. (journal.JournalLines ?? []).Where(l => l.IsBlank != true).Select(l => new RemoteDocumentLine
            {
                Description = l.Description,
                UnitAmount = l.LineAmount ?? 0,
                LineAmount = l.LineAmount ?? 0,
                TaxAmount = l.TaxAmount ?? 0,
                AccountCode = l.AccountCode,
                AccountId = l.AccountID,
                TaxType = l.TaxType,
            }),
        ],
        Url = Address(journal.Url),
        UpdatedAt = journal.UpdatedDateUTC ?? DateTimeOffset.UnixEpoch,
    };

    private static RemoteDocumentLine Line(LineItemDto line) => new()
    {
        Id = line.LineItemID,
        Description = line.Description,
        Quantity = line.Quantity ?? 1,
        UnitAmount = line.UnitAmount ?? 0,
        LineAmount = line.LineAmount ?? 0,
        TaxAmount = line.TaxAmount ?? 0,
        AccountCode = line.AccountCode,
        AccountId = line.AccountID,
        TaxType = line.TaxType,
        ItemCode = line.ItemCode,
        Tracking = [.. (line.Tracking ?? []).Select(tracking => $"{tracking.Name}: {tracking.Option}")],
    };

    // What a note settled: its allocations where Xero lists them, else what is no longer left of it.
    private static decimal Used(CreditNoteDto note) =>
        note.Allocations is { Count: > 0 } allocations ? allocations.Sum(a => a.Amount ?? 0)
        : note is { Total: { } total, RemainingCredit: { } left } && Status(note.Status) is DocumentStatus.Approved or DocumentStatus.Paid
            ? Math.Max(0, total - left - (note.Payments ?? []).Sum(p => p.Amount ?? 0))
        : 0;

    private static DateOnly? Latest(IEnumerable<DateOnly?> dates) => dates.Max();

    private static DocumentStatus Status(string? status) => status?.ToUpperInvariant() switch
    {
        "DRAFT" => DocumentStatus.Draft,
        "SUBMITTED" => DocumentStatus.Submitted,
        "AUTHORISED" or "POSTED" => DocumentStatus.Approved,
        "PAID" => DocumentStatus.Paid,
        "VOIDED" => DocumentStatus.Voided,
        "DELETED" => DocumentStatus.Deleted,
        _ => DocumentStatus.Other,
    };

    private static RemoteContactId? Contact(ContactDto? contact) => BatchOutcomes.IsId(contact?.ContactID) ? new(contact!.ContactID!) : null;

    private static CurrencyCode? Currency(string? code) => CurrencyCode.TryParse(code, out var currency) ? currency : null;

    private static Uri? Address(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null;
}
