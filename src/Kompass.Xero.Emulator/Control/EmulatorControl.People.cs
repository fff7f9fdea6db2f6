namespace Kompass.Xero.Emulator;

/// <content>What people do in Xero while the app is not looking.</content>
public sealed partial class EmulatorControl
{
    /// <summary>Moves the lock dates; <see langword="null"/> removes one.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="periodLock">Nothing dated on or before it may be written.</param>
    /// <param name="endOfYearLock">The lock of the financial year.</param>
    public void SetLockDates(Guid tenantId, DateOnly? periodLock, DateOnly? endOfYearLock = null) => Change(tenantId, state =>
        state with { Organisation = state.Organisation with { PeriodLockDate = periodLock, EndOfYearLockDate = endOfYearLock } });

    /// <summary>Changes an organisation's own facts, such as its name.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="change">The change; the id stays.</param>
    public void EditOrganisation(Guid tenantId, Func<EmulatedOrganisation, EmulatedOrganisation> change) => Change(tenantId, state =>
        state with { Organisation = OrganisationFacts.Checked(change(state.Organisation) with { Id = tenantId }) });

    /// <summary>Changes a contact. Its last change becomes now.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="change">The change; the id stays.</param>
    /// <exception cref="ArgumentException">The contact would lose its name, or be merged into itself, in a circle or into nothing.</exception>
    public void EditContact(Guid tenantId, Guid contactId, Func<EmulatedContact, EmulatedContact> change) => Change(tenantId, state =>
    {
        var edited = change(Contact(state, contactId)) with { Id = contactId, UpdatedDateUtc = _context.Now };
        Named(edited.Name, "contact");
        CheckMerge(state, edited);
        return state.With(edited);
    });

    /// <summary>Archives a contact.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="contactId">The contact.</param>
    public void ArchiveContact(Guid tenantId, Guid contactId) =>
        EditContact(tenantId, contactId, contact => contact with { Status = "ARCHIVED" });

    /// <summary>Restores an archived contact, which only people can do.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="contactId">The contact.</param>
    public void RestoreContact(Guid tenantId, Guid contactId) =>
        EditContact(tenantId, contactId, contact => contact with { Status = "ACTIVE", MergedToContactId = null });

    /// <summary>Renames a contact.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="name">The new name.</param>
    public void RenameContact(Guid tenantId, Guid contactId, string name) =>
        EditContact(tenantId, contactId, contact => contact with { Name = name });

    /// <summary>Merges one contact into another: the loser is archived and points to the winner, which takes over its documents.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="loser">The contact that ends.</param>
    /// <param name="winner">The contact that stays: an active one.</param>
    /// <exception cref="InvalidOperationException">They are the same contact, the loser is merged already, or the winner is not active.</exception>
    public void MergeContacts(Guid tenantId, Guid loser, Guid winner) => Change(tenantId, state =>
    {
        var (ended, kept) = (Contact(state, loser), Contact(state, winner));
        if (loser == winner || ended.MergedToContactId is not null || !kept.IsActive)
        {
            throw new InvalidOperationException(
                loser == winner ? $"'{kept.Name}' cannot be merged into itself. Name another contact that stays."
                : ended.MergedToContactId is { } already ? $"'{ended.Name}' is merged into '{state.Contacts.GetValueOrDefault(already)?.Name}' already. Restore it first."
                : $"'{ended.Name}' cannot be merged into '{kept.Name}', which is {kept.Status}. Name an active contact, or restore that one first.");
        }

        state = state.With(ended with { Status = "ARCHIVED", MergedToContactId = kept.Id, UpdatedDateUtc = _context.Now });
        foreach (var document in state.Invoices.Values.Concat(state.CreditNotes.Values).Where(document => document.ContactId == loser))
        {
            state = state.With(document with { ContactId = winner, UpdatedDateUtc = _context.Now });
        }

        return state.With(kept with { UpdatedDateUtc = _context.Now });
    });

    /// <summary>Pays an invoice, wholly or in part.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="invoiceId">The invoice.</param>
    /// <param name="amount">The amount, at most what is due.</param>
    /// <param name="date">The day.</param>
    /// <returns>The payment's id.</returns>
    /// <exception cref="InvalidOperationException">The invoice is not approved, or less is due.</exception>
    public Guid PayInvoice(Guid tenantId, Guid invoiceId, decimal amount, DateOnly date) => Change(tenantId, state =>
    {
        var invoice = Document(state, invoiceId);
        if (invoice.Status != "AUTHORISED" || amount <= 0 || amount > invoice.AmountDue || amount != Math.Round(amount, 2))
        {
            throw new InvalidOperationException(
                $"{amount} cannot be paid on {invoice.Number}: it is {invoice.Status} and {invoice.AmountDue} is due. Pay an approved invoice, at most what is due, to the penny.");
        }

        var bank = state.Accounts.Find(account => account is { Type: "BANK", IsActive: true });
        var payment = new EmulatedPayment
        {
            Id = _context.Ids.Next(),
            DocumentId = invoiceId,
            Amount = amount,
            Date = date,
            AccountId = bank?.Id,
            UpdatedDateUtc = _context.Now,
        };
        return (Settlement.Pay(state, payment, _context.Now), payment.Id);
    });

    /// <summary>Changes an invoice or a credit note as a person would. Its last change becomes now, and its totals follow its lines.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="invoiceId">The invoice or credit note.</param>
    /// <param name="change">The change; the id stays.</param>
    /// <exception cref="InvalidOperationException">It would be voided or deleted while payments or credits are on it.</exception>
    public void EditInvoice(Guid tenantId, Guid invoiceId, Func<EmulatedDocument, EmulatedDocument> change) => Change(tenantId, state =>
    {
        var edited = DocumentEditor.Totalled(change(Document(state, invoiceId)) with { Id = invoiceId, UpdatedDateUtc = _context.Now });
        return edited is { IsDead: true, IsSettledInPart: true }
            ? throw new InvalidOperationException(
                $"{edited.Number} cannot be {edited.Status}: {edited.AmountPaid} is paid and {edited.AmountCredited} credited on it. Remove the payments and allocations first.")
            : state.With(edited);
    });

    /// <summary>Voids an approved invoice or credit note.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="invoiceId">The invoice or credit note.</param>
    /// <exception cref="InvalidOperationException">It is not approved, or payments or credits are on it.</exception>
    public void VoidInvoice(Guid tenantId, Guid invoiceId) =>
        EditInvoice(tenantId, invoiceId, document => document.IsApproved
            ? document with { Status = "VOIDED" }
            : throw new InvalidOperationException($"{document.Number} cannot be voided: it is {document.Status}. Void an approved document; delete a draft."));

    /// <summary>Changes a manual journal as a person would. Its last change becomes now.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="journalId">The journal.</param>
    /// <param name="change">The change; the id stays.</param>
    public void EditJournal(Guid tenantId, Guid journalId, Func<EmulatedJournal, EmulatedJournal> change) => Change(tenantId, state =>
        state.Journals.TryGetValue(journalId, out var journal)
            ? state.With(change(journal) with { Id = journalId, UpdatedDateUtc = _context.Now })
            : throw new ArgumentException($"No manual journal has the id {journalId}. Take an id from Books(tenant).ManualJournals.", nameof(journalId)));

    /// <summary>Changes an account, for example archives it.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="change">The change; the id stays.</param>
    public void EditAccount(Guid tenantId, Guid accountId, Func<EmulatedAccount, EmulatedAccount> change) => Change(tenantId, state =>
        state.AccountById(accountId) is { } account
            ? state.With(Unique(state, change(account) with { Id = accountId, UpdatedDateUtc = _context.Now }))
            : throw new ArgumentException($"No account has the id {accountId}. Take an id from Books(tenant).Accounts.", nameof(accountId)));

    private static void CheckMerge(BooksState state, EmulatedContact edited)
    {
        var next = edited.MergedToContactId;
        for (var steps = 0; next is { } id; steps++)
        {
            if (id == edited.Id || steps > state.Contacts.Count)
            {
                throw new ArgumentException($"'{edited.Name}' would be merged into itself, by way of others or at once. Name a contact that is not merged.");
            }

            next = Contact(state, id).MergedToContactId;
        }
    }

    private static EmulatedContact Contact(BooksState state, Guid id) => state.Contacts.TryGetValue(id, out var contact)
        ? contact
        : throw new ArgumentException($"No contact has the id {id}. Take an id from Books(tenant).Contacts.", nameof(id));

    private static EmulatedDocument Document(BooksState state, Guid id) => state.Document(id)
        ?? throw new ArgumentException($"No invoice or credit note has the id {id}. Take an id from Books(tenant).", nameof(id));
}
