namespace Kompass.Xero.Emulator;

/// <summary>What differs between invoices and credit notes.</summary>
internal sealed record DocumentShape(
    DocumentKind Kind, string IdName, string NumberName, string NumberPrefix, string NumberTaken, IReadOnlyList<string> Types)
{
    public static readonly DocumentShape Invoice = new(
        DocumentKind.Invoice, "InvoiceID", "InvoiceNumber", "INV-", "Invoice # must be unique.", ["ACCREC", "ACCPAY"]);

    public static readonly DocumentShape CreditNote = new(
        DocumentKind.CreditNote, "CreditNoteID", "CreditNoteNumber", "CN-", "Credit Note # must be unique.", ["ACCRECCREDIT", "ACCPAYCREDIT"]);

    public Indexes Indexes => Kind == DocumentKind.Invoice ? Indexes.Invoices : Indexes.CreditNotes;

    public IReadOnlyDictionary<Guid, EmulatedDocument> All(BooksState state) => Kind == DocumentKind.Invoice ? state.Invoices : state.CreditNotes;

    public KeyIndex Numbers(BooksState state) => Kind == DocumentKind.Invoice ? state.InvoiceNumbers : state.CreditNoteNumbers;
}
