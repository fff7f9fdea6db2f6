namespace Kompass.Accounting.Tests;

/// <summary>
/// The catalogue of a small British organisation; every list may be replaced. Calls are named <c>Organisation</c>,
/// <c>Accounts</c>, <c>Items</c>, <c>TaxRates</c> and <c>Currencies</c>.
/// </summary>
internal sealed class FakeLedgerCatalogue(FakeLedgerState ledger) : ILedgerCatalogue
{
    public FakeLedgerCatalogue(TimeProvider clock)
        : this(new FakeLedgerState(clock))
    {
    }

    public static IReadOnlyList<LedgerTaxRate> UnitedKingdomTaxRates { get; } =
    [
        Rate("OUTPUT2", "20% (VAT on Income)", 20, AccountClass.Revenue, AccountClass.Asset, AccountClass.Equity, AccountClass.Liability),
        Rate("RROUTPUT", "5% (VAT on Income)", 5, AccountClass.Revenue),
        Rate("ZERORATEDOUTPUT", "Zero Rated Income", 0, AccountClass.Revenue),
        Rate("EXEMPTOUTPUT", "Exempt Income", 0, AccountClass.Revenue),
        Rate("INPUT2", "20% (VAT on Expenses)", 20, AccountClass.Expense, AccountClass.Asset),
        Rate("NONE", "No VAT", 0, AccountClass.Revenue, AccountClass.Expense, AccountClass.Asset, AccountClass.Equity, AccountClass.Liability),
        Rate("OLD15", "15% (VAT on Income)", 15, AccountClass.Revenue) with { IsActive = false },
    ];

    public static IReadOnlyList<LedgerAccount> UnitedKingdomAccounts { get; } =
    [
        Account("200", "Sales", AccountClass.Revenue, "REVENUE", "OUTPUT2"),
        Account("210", "Consultancy", AccountClass.Revenue, "REVENUE", "OUTPUT2"),
        Account("260", "Other Revenue", AccountClass.Revenue, "REVENUE", "ZERORATEDOUTPUT"),
        Account("400", "Advertising", AccountClass.Expense, "EXPENSE", "INPUT2"),
        Account("610", "Accounts Receivable", AccountClass.Asset, "CURRENT", "NONE") with
        {
            SystemAccount = "DEBTORS", AcceptsSales = false, AcceptsJournals = false,
        },
        Account("820", "VAT", AccountClass.Liability, "CURRLIAB", "NONE") with { SystemAccount = "GST", AcceptsSales = false },
        Account("299", "Old Sales", AccountClass.Revenue, "REVENUE", "OUTPUT2") with { IsActive = false },
    ];

    public FakeLedgerState Ledger => ledger;

    public LedgerOrganisation Organisation { get; set; } = new()
    {
        Id = Build.Connection().OrganisationId,
        Name = Build.Connection().OrganisationName,
        BaseCurrency = new("GBP"),
        TimeZone = TimeZoneInfo.Utc,
        CountryCode = "GB",
    };

    public IReadOnlyList<LedgerAccount> Accounts { get; set; } = UnitedKingdomAccounts;

    public IReadOnlyList<LedgerItem> Items { get; set; } =
    [
        new() { Code = "DESIGN", Name = "Design", SalesAccountCode = "200", SalesTaxType = "OUTPUT2" },
        new() { Code = "BUILD", Name = "Build", SalesAccountCode = "210", SalesTaxType = "OUTPUT2" },
        new() { Code = "STOCK", Name = "A thing on a shelf", SalesAccountCode = "200", IsTracked = true },
        new() { Code = "BOUGHT", Name = "Only bought", IsSold = false },
    ];

    public IReadOnlyList<LedgerTaxRate> TaxRates { get; set; } = UnitedKingdomTaxRates;

    public IReadOnlyList<CurrencyCode> Currencies { get; set; } = [new("GBP")];

    public bool? SendsReminders { get; set; } = false;

    public static LedgerAccount Account(string code, string name, AccountClass accountClass, string type, string taxType) => new()
    {
        Id = "account-" + code,
        Code = code,
        Name = name,
        Class = accountClass,
        Type = type,
        TaxType = taxType,
        IsActive = true,
        AcceptsSales = true,
        AcceptsJournals = true,
    };

    public static LedgerTaxRate Rate(string taxType, string name, decimal percent, params IEnumerable<AccountClass> classes) => new()
    {
        TaxType = taxType,
        Name = name,
        Percent = percent,
        IsActive = true,
        AppliesTo = classes.ToHashSet(),
    };

    public Task<LedgerOrganisation> GetOrganisationAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        AnswerAsync("Organisation", Organisation, cancellationToken);

    public Task<IReadOnlyList<LedgerAccount>> GetAccountsAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        AnswerAsync("Accounts", Accounts, cancellationToken);

    public Task<IReadOnlyList<LedgerItem>> GetItemsAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        AnswerAsync("Items", Items, cancellationToken);

    public Task<IReadOnlyList<LedgerTaxRate>> GetTaxRatesAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        AnswerAsync("TaxRates", TaxRates, cancellationToken);

    public Task<IReadOnlyList<CurrencyCode>> GetCurrenciesAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        AnswerAsync("Currencies", Currencies, cancellationToken);

    public Task<bool?> GetSendsRemindersAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        AnswerAsync("Reminders", SendsReminders, cancellationToken);

    private Task<T> AnswerAsync<T>(string name, T answer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ledger.Enter(name, 1);
        ledger.Leave(name);
        return Task.FromResult(answer);
    }
}
