namespace Kompass.Xero.Emulator;

/// <summary>Balances and roles of contacts, derived from their documents.</summary>
internal sealed class ContactFigures
{
    private static readonly Figures None = new();
    private readonly Dictionary<Guid, Figures> _byContact = [];

    public ContactFigures(BooksState state, DateOnly today)
    {
        Today = today;
        foreach (var document in state.Invoices.Values.Concat(state.CreditNotes.Values))
        {
            if (document.Status == "DELETED")
            {
                continue;
            }

            if (!_byContact.TryGetValue(document.ContactId, out var figures))
            {
                _byContact[document.ContactId] = figures = new Figures();
            }

            figures.IsCustomer |= document.IsSales;
            figures.IsSupplier |= !document.IsSales;
            if (document.IsApproved)
            {
                var due = document.Kind == DocumentKind.Invoice ? document.AmountDue : -document.AmountDue;
                var overdue = document.Kind == DocumentKind.Invoice && document.DueDate < today ? due : 0m;
                figures.Receivable += document.IsSales ? due : 0;
                figures.ReceivableOverdue += document.IsSales ? overdue : 0;
                figures.Payable += document.IsSales ? 0 : due;
                figures.PayableOverdue += document.IsSales ? 0 : overdue;
            }
        }
    }

    public DateOnly Today { get; }

    public Figures Of(Guid contactId) => _byContact.GetValueOrDefault(contactId, None);

    internal sealed class Figures
    {
        public bool IsCustomer { get; set; }

        public bool IsSupplier { get; set; }

        public decimal Receivable { get; set; }

        public decimal ReceivableOverdue { get; set; }

        public decimal Payable { get; set; }

        public decimal PayableOverdue { get; set; }
    }
}
