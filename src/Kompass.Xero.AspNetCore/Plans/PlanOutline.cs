namespace Kompass.Xero.AspNetCore;

/// <summary>A plan as people read it: its changes by kind.</summary>
internal sealed class PlanOutline(SyncPlan plan)
{
    public SyncPlan Plan => plan;

    public IReadOnlyList<PlanGroup> Groups { get; } = [.. GroupsOf(plan).Where(group => group.Lines.Count > 0)];

    /// <summary>The postings by account and currency.</summary>
    public IReadOnlyList<AccountTotal> Accounts { get; } = [.. plan.AccountTotals.OrderBy(total => total.Account, StringComparer.Ordinal)];

    /// <summary>The postings by account, class of VAT and month: without contacts, of which there may be a thousand.</summary>
    public IReadOnlyList<PlannedPosting> Months { get; } =
    [
        .. plan.Postings
            .GroupBy(posting => (posting.Account, posting.TaxType, posting.Month, posting.Currency))
            .Select(group => group.First() with { ClientId = null, Contact = null, Debit = group.Sum(posting => posting.Debit), Credit = group.Sum(posting => posting.Credit) })
            .OrderBy(posting => posting.Account, StringComparer.Ordinal).ThenBy(posting => posting.Month),
    ];

    /// <summary>The postings to receivables by contact: who will owe what.</summary>
    public IReadOnlyList<(string Contact, CurrencyCode Currency, decimal Debit, decimal Credit)> Contacts { get; } =
    [
        .. plan.Postings
            .Where(posting => posting is { Account: "Receivables", Contact: not null })
            .GroupBy(posting => (posting.Contact, posting.Currency))
            .Select(group => (group.Key.Contact!, group.Key.Currency, group.Sum(posting => posting.Debit), group.Sum(posting => posting.Credit)))
            .OrderByDescending(entry => entry.Item3 + entry.Item4),
    ];

    /// <summary>How many records are rightly not sent, by reason.</summary>
    public IReadOnlyList<(SkipReason Reason, int Count)> Skipped { get; } =
        [.. plan.Skipped.GroupBy(record => record.Reason).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))];

    private static IEnumerable<PlanGroup> GroupsOf(SyncPlan plan)
    {
        yield return Group("contacts-created", "Contacts created", operation => operation is CreateContact);
        yield return Group("contacts-updated", "Contacts updated", operation => operation is UpdateContact);
        yield return Group("invoices-created", "Invoices created", operation => operation is CreateDocument { Content.Kind: DocumentKind.Invoice });
        yield return Group("credit-notes-created", "Credit notes created", operation => operation is CreateDocument { Content.Kind: DocumentKind.CreditNote });
        yield return Group("journals-created", "Manual journals created", operation => operation is CreateDocument { Content.Kind: DocumentKind.Journal });
        yield return Group("documents-updated", "Documents updated", operation => operation is UpdateDocument);
        yield return Group("documents-voided", "Documents voided", operation => operation is VoidDocument);
        yield return Group("credits-used", "Credit notes used for their invoice", operation => operation is AllocateCredit);
        yield return new("waiting", "Planned, but waiting for the pilot to end", [.. plan.Waiting.Select(PlanLine.Of)]);

        PlanGroup Group(string key, string title, Func<PlannedOperation, bool> belongs) =>
            new(key, title, [.. plan.Operations.Where(belongs).Select(PlanLine.Of)]);
    }
}
