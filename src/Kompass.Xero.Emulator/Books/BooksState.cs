using System.Collections.Immutable;

namespace Kompass.Xero.Emulator;

/// <summary>Everything that one organisation's books hold. Immutable, so that a refused batch is undone by keeping the earlier state.</summary>
internal sealed record BooksState
{
    private ContactFigures? _figures;

    public required EmulatedOrganisation Organisation { get; init; }

    public ImmutableDictionary<Guid, EmulatedContact> Contacts { get; init; } = ImmutableDictionary<Guid, EmulatedContact>.Empty;

    public KeyIndex ContactNames { get; init; } = KeyIndex.Empty;

    public KeyIndex ContactNumbers { get; init; } = KeyIndex.Empty;

    public ImmutableDictionary<Guid, EmulatedDocument> Invoices { get; init; } = ImmutableDictionary<Guid, EmulatedDocument>.Empty;

    public KeyIndex InvoiceNumbers { get; init; } = KeyIndex.Empty;

    public ImmutableDictionary<Guid, EmulatedDocument> CreditNotes { get; init; } = ImmutableDictionary<Guid, EmulatedDocument>.Empty;

    public KeyIndex CreditNoteNumbers { get; init; } = KeyIndex.Empty;

    public ImmutableDictionary<Guid, EmulatedJournal> Journals { get; init; } = ImmutableDictionary<Guid, EmulatedJournal>.Empty;

    public ImmutableList<EmulatedAccount> Accounts { get; init; } = [];

    public ImmutableList<EmulatedTaxRate> TaxRates { get; init; } = [];

    public ImmutableList<EmulatedItem> Items { get; init; } = [];

    public ImmutableList<EmulatedPayment> Payments { get; init; } = [];

    public ImmutableList<EmulatedAllocation> Allocations { get; init; } = [];

    public ImmutableList<EmulatedTrackingCategory> Tracking { get; init; } = [];

    public ImmutableList<EmulatedNote> Notes { get; init; } = [];

    public ImmutableDictionary<Guid, ImmutableList<EmulatedAttachment>> Attachments { get; init; } = ImmutableDictionary<Guid, ImmutableList<EmulatedAttachment>>.Empty;

    /// <summary>What was written since webhooks last looked; <see langword="null"/> for nothing.</summary>
    public BooksChange? Changes { get; init; }

    public ImmutableDictionary<string, string> Currencies { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool HasAttachments(Guid recordId) => Attachments.ContainsKey(recordId);

    /// <summary>What the documents say about each contact; computed once, until a document changes.</summary>
    public ContactFigures Figures(DateOnly today) => _figures is { } known && known.Today == today ? known : _figures = new ContactFigures(this, today);

    public EmulatedAccount? SystemAccount(string role) => Accounts.Find(account => account.SystemAccount == role);

    public EmulatedAccount? AccountByCode(string code) =>
        Accounts.Find(account => string.Equals(account.Code, code, StringComparison.OrdinalIgnoreCase));

    public EmulatedAccount? AccountById(Guid id) => Accounts.Find(account => account.Id == id);

    public EmulatedTaxRate? TaxRate(string taxType) =>
        TaxRates.Find(rate => string.Equals(rate.TaxType, taxType, StringComparison.OrdinalIgnoreCase));

    public EmulatedItem? ItemByCode(string code) =>
        Items.Find(item => string.Equals(item.Code, code, StringComparison.OrdinalIgnoreCase));

    public EmulatedDocument? Document(Guid id) => Invoices.GetValueOrDefault(id) ?? CreditNotes.GetValueOrDefault(id);

    public BooksState With(EmulatedContact contact)
    {
        var old = Contacts.GetValueOrDefault(contact.Id);
        return this with
        {
            Changes = new BooksChange(Changes, "CONTACT", contact.Id, old is null),
            Contacts = Contacts.SetItem(contact.Id, contact),
            ContactNames = ContactNames.Move(contact.Id, old is { IsActive: true } ? old.Name : null, contact.IsActive ? contact.Name : null),
            ContactNumbers = ContactNumbers.Move(contact.Id, old?.ContactNumber, contact.ContactNumber),
        };
    }

    public BooksState With(EmulatedDocument document)
    {
        if (document.Kind == DocumentKind.Invoice)
        {
            var old = Invoices.GetValueOrDefault(document.Id);
            return this with
            {
                _figures = null,
                Changes = new BooksChange(Changes, "INVOICE", document.Id, old is null),
                Invoices = Invoices.SetItem(document.Id, document),
                InvoiceNumbers = InvoiceNumbers.Move(document.Id, UniqueNumber(old), UniqueNumber(document)),
            };
        }

        var earlier = CreditNotes.GetValueOrDefault(document.Id);
        return this with
        {
            _figures = null,
            Changes = new BooksChange(Changes, "CREDITNOTE", document.Id, earlier is null),
            CreditNotes = CreditNotes.SetItem(document.Id, document),
            CreditNoteNumbers = CreditNoteNumbers.Move(document.Id, UniqueNumber(earlier), UniqueNumber(document)),
        };
    }

    public BooksState With(EmulatedJournal journal) => this with { Journals = Journals.SetItem(journal.Id, journal) };

    public BooksState With(EmulatedAccount account)
    {
        var index = Accounts.FindIndex(known => known.Id == account.Id);
        return this with { Accounts = index < 0 ? Accounts.Add(account) : Accounts.SetItem(index, account) };
    }

    public BooksState With(EmulatedItem item)
    {
        var index = Items.FindIndex(known => known.Id == item.Id);
        return this with { Items = index < 0 ? Items.Add(item) : Items.SetItem(index, item) };
    }

    public BooksState With(EmulatedTaxRate rate)
    {
        var index = TaxRates.FindIndex(known => known.TaxType == rate.TaxType);
        return this with { TaxRates = index < 0 ? TaxRates.Add(rate) : TaxRates.SetItem(index, rate) };
    }

    public BooksState With(EmulatedPayment payment)
    {
        var index = Payments.FindIndex(known => known.Id == payment.Id);
        return this with { Payments = index < 0 ? Payments.Add(payment) : Payments.SetItem(index, payment) };
    }

    private static string? UniqueNumber(EmulatedDocument? document) => document is { IsSales: true } ? document.Number : null;
}
