namespace Kompass.Accounting;

internal static class DocumentKinds
{
    /// <summary>What a kind of invoice becomes; null when it becomes nothing.</summary>
    public static DocumentKind? Of(InvoiceKind kind) => kind switch
    {
        InvoiceKind.Invoice => DocumentKind.Invoice,
        InvoiceKind.CreditNote => DocumentKind.CreditNote,
        InvoiceKind.Journal => DocumentKind.Journal,
        _ => null,
    };
}
