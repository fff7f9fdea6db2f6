namespace Kompass.Xero.Emulator;

/// <summary>Derives the ledger from the documents.</summary>
internal static class LedgerBuilder
{
    public static IReadOnlyList<LedgerEntry> Build(BooksState state)
    {
        var entries = new List<LedgerEntry>();
        foreach (var document in state.Invoices.Values.Concat(state.CreditNotes.Values).Where(x => x.IsApproved).OrderBy(x => x.Date).ThenBy(x => x.Id))
        {
            Post(entries, state, document);
        }

        foreach (var journal in state.Journals.Values.Where(x => x.Status == "POSTED").OrderBy(x => x.Date).ThenBy(x => x.Id))
        {
            foreach (var line in journal.Lines)
            {
                Add(entries, Entry(DocumentKind.ManualJournal, journal.Id, journal.Date, line.AccountId, line.AccountCode, line.TaxType, null, state.Organisation.BaseCurrency), line.LineAmount);
            }
        }

        return entries;
    }

    private static void Post(List<LedgerEntry> entries, BooksState state, EmulatedDocument document)
    {
        // A sales invoice debits the debtor; a credit note and a bill are its mirror, a supplier's credit the mirror's mirror.
        var sign = document.Type is "ACCREC" or "ACCPAYCREDIT" ? 1 : -1;
        var control = state.SystemAccount(document.IsSales ? "DEBTORS" : "CREDITORS");
        var tax = state.SystemAccount("GST");
        LedgerEntry For(Guid? accountId, string? code, string? taxType) =>
            Entry(document.Kind, document.Id, document.Date, accountId, code, taxType, document.ContactId, document.CurrencyCode);

        Add(entries, For(control?.Id, control?.Code, ""), sign * document.Gross);
        foreach (var line in document.Lines)
        {
            var net = document.LineAmountTypes == "Inclusive" ? line.LineAmount - line.TaxAmount : line.LineAmount;
            Add(entries, For(line.AccountId, line.AccountCode, line.TaxType), -sign * net);
            Add(entries, For(tax?.Id, tax?.Code, line.TaxType), -sign * line.TaxAmount);
        }
    }

    private static LedgerEntry Entry(
        DocumentKind kind, Guid id, DateOnly date, Guid? accountId, string? code, string? taxType, Guid? contactId, string currency) =>
        new(kind, id, date, code ?? "", taxType ?? "", 0, 0, contactId) { AccountId = accountId, CurrencyCode = currency };

    private static void Add(List<LedgerEntry> entries, LedgerEntry entry, decimal debit)
    {
        if (debit != 0)
        {
            entries.Add(debit > 0 ? entry with { Debit = debit } : entry with { Credit = -debit });
        }
    }
}
