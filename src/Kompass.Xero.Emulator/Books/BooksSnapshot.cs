namespace Kompass.Xero.Emulator;

/// <summary>The books of one organisation at one instant. Immutable: later writes do not show in it.</summary>
public sealed class BooksSnapshot
{
    private readonly Lazy<IReadOnlyList<LedgerEntry>> _ledger;

    internal BooksSnapshot(BooksState state)
    {
        Organisation = state.Organisation;
        Contacts = ChangeOrder.Of(state.Contacts, x => x.UpdatedDateUtc);
        Invoices = ChangeOrder.Of(state.Invoices, x => x.UpdatedDateUtc);
        CreditNotes = ChangeOrder.Of(state.CreditNotes, x => x.UpdatedDateUtc);
        ManualJournals = ChangeOrder.Of(state.Journals, x => x.UpdatedDateUtc);
        Accounts = state.Accounts;
        TaxRates = state.TaxRates;
        Items = state.Items;
        Payments = state.Payments;
        Allocations = state.Allocations;
        Currencies = [.. state.Currencies.Keys.Order(StringComparer.Ordinal)];
        History = state.Notes;
        TrackingCategories = state.Tracking;
        Attachments = state.Attachments.ToDictionary(pair => pair.Key, IReadOnlyList<EmulatedAttachment> (pair) => pair.Value);
        _ledger = new Lazy<IReadOnlyList<LedgerEntry>>(() => LedgerBuilder.Build(state));
    }

    /// <summary>The organisation itself, with its lock dates.</summary>
    public EmulatedOrganisation Organisation { get; }

    /// <summary>All contacts, archived ones too, by the time of their last change.</summary>
    public IReadOnlyList<EmulatedContact> Contacts { get; }

    /// <summary>All invoices and bills, dead ones too, by the time of their last change.</summary>
    public IReadOnlyList<EmulatedDocument> Invoices { get; }

    /// <summary>All credit notes, dead ones too, by the time of their last change.</summary>
    public IReadOnlyList<EmulatedDocument> CreditNotes { get; }

    /// <summary>All manual journals, dead ones too, by the time of their last change.</summary>
    public IReadOnlyList<EmulatedJournal> ManualJournals { get; }

    /// <summary>The chart of accounts, archived ones too.</summary>
    public IReadOnlyList<EmulatedAccount> Accounts { get; }

    /// <summary>All tax rates, archived ones too.</summary>
    public IReadOnlyList<EmulatedTaxRate> TaxRates { get; }

    /// <summary>The price list.</summary>
    public IReadOnlyList<EmulatedItem> Items { get; }

    /// <summary>All payments, reversed ones too.</summary>
    public IReadOnlyList<EmulatedPayment> Payments { get; }

    /// <summary>The allocations that stand.</summary>
    public IReadOnlyList<EmulatedAllocation> Allocations { get; }

    /// <summary>The currencies subscribed to, the base currency among them.</summary>
    public IReadOnlyList<string> Currencies { get; }

    /// <summary>The tracking categories, archived ones too.</summary>
    public IReadOnlyList<EmulatedTrackingCategory> TrackingCategories { get; }

    /// <summary>The files at records, by the record's id.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<EmulatedAttachment>> Attachments { get; }

    /// <summary>The notes in the history of records, oldest first.</summary>
    public IReadOnlyList<EmulatedNote> History { get; }

    /// <summary>
    /// The postings of approved invoices and credit notes and of posted journals: debtors against revenue and VAT, line by line.
    /// Drafts, voided and deleted documents contribute nothing; payments and allocations are not posted here.
    /// </summary>
    public IReadOnlyList<LedgerEntry> Ledger => _ledger.Value;
}
