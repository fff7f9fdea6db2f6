namespace Kompass.Accounting;

/// <summary>Adds up what a plan would post, by account, class of VAT, month, contact and currency.</summary>
internal sealed class PlanPostings
{
    private const string OtherContacts = "Other contacts";

    private readonly Dictionary<Key, (decimal Debit, decimal Credit)> _sums = [];
    private readonly HashSet<ClientId> _clients = [];

    /// <summary>Adds a document: its lines, and against them the debtor and the VAT.</summary>
    public void Add(BuiltDocument document, ClientId? client, string? contact)
    {
        var content = document.Content;
        var key = new Key("", false, null, new(content.Date.Year, content.Date.Month, 1), null, null, content.Currency);
        if (content.Kind == DocumentKind.Journal)
        {
            foreach (var line in document.Lines)
            {
                Post(key with { Account = line.Account.ToString() }, Money.Round(line.Line.UnitAmount));
            }

            return;
        }

        var isKnown = client is { } id && (_clients.Contains(id) || (_clients.Count < SyncPlan.MaximumPostingContacts && _clients.Add(id)));
        key = isKnown ? key with { Client = client, Contact = contact ?? client!.Value.Value } : key with { Contact = OtherContacts };
        var sign = content.Kind == DocumentKind.CreditNote ? 1 : -1;
        Post(key with { Account = "Receivables" }, -sign * document.Expected.Gross);
        foreach (var line in document.Lines)
        {
            var (net, vat) = TaxCalculator.Split(line, content.LineAmountTypes);
            var taxType = line.Line.TaxType;
            Post(key with { Account = line.Account.ToString(), IsDefault = line.IsDefaultAccount, TaxType = taxType }, sign * net);
            Post(key with { Account = "VAT", TaxType = taxType }, sign * vat);
        }
    }

    public IReadOnlyList<PlannedPosting> ToList() =>
    [
        .. _sums
            .OrderBy(entry => entry.Key.Currency.Value, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Account, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.IsDefault)
            .ThenBy(entry => entry.Key.TaxType, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Month)
            .ThenBy(entry => entry.Key.Contact, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Client?.Value, StringComparer.Ordinal)
            .Select(entry => new PlannedPosting
            {
                Account = entry.Key.Account,
                IsDefault = entry.Key.IsDefault,
                TaxType = entry.Key.TaxType,
                Month = entry.Key.Month,
                ClientId = entry.Key.Client,
                Contact = entry.Key.Contact,
                Currency = entry.Key.Currency,
                Debit = entry.Value.Debit,
                Credit = entry.Value.Credit,
            }),
    ];

    /// <summary>The same by account and currency alone.</summary>
    public IReadOnlyList<AccountTotal> ByAccount() =>
    [
        .. _sums
            .GroupBy(entry => (entry.Key.Account, entry.Key.IsDefault, entry.Key.Currency))
            .OrderBy(group => group.Key.Account, StringComparer.Ordinal)
            .ThenBy(group => group.Key.IsDefault)
            .ThenBy(group => group.Key.Currency.Value, StringComparer.Ordinal)
            .Select(group => new AccountTotal(
                group.Key.Account,
                group.Sum(entry => entry.Value.Debit),
                group.Sum(entry => entry.Value.Credit),
                group.Key.IsDefault,
                group.Key.Currency)),
    ];

    /// <summary>Adds an amount, positive for a debit; nothing is no posting.</summary>
    private void Post(Key key, decimal amount)
    {
        if (amount != 0)
        {
            var (debit, credit) = _sums.GetValueOrDefault(key);
            _sums[key] = amount > 0 ? (debit + amount, credit) : (debit, credit - amount);
        }
    }

    private readonly record struct Key(
        string Account, bool IsDefault, string? TaxType, DateOnly Month, ClientId? Client, string? Contact, CurrencyCode Currency);
}
