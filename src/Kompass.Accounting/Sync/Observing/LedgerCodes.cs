namespace Kompass.Accounting;

/// <summary>Accounts, items, tax rates and currencies of the ledger, and how Kompass's codes map to them.</summary>
internal sealed class LedgerCodes
{
    private readonly Dictionary<string, LedgerAccount> _accountsById;
    private readonly Dictionary<string, LedgerAccount> _accountsByCode;
    private readonly Dictionary<string, LedgerItem> _items;
    private readonly Dictionary<string, LedgerTaxRate> _taxRates;
    private readonly Dictionary<(MappingKind, string), string> _mappings;
    private readonly Dictionary<string, VatRate> _vatRates;
    private readonly HashSet<CurrencyCode> _currencies;

    public LedgerCodes(
        IEnumerable<LedgerAccount> accounts,
        IEnumerable<LedgerItem> items,
        IEnumerable<LedgerTaxRate> taxRates,
        IEnumerable<CurrencyCode> currencies,
        IEnumerable<CodeMapping> mappings,
        IEnumerable<VatRate> vatRates)
    {
        _accountsById = accounts.DistinctBy(account => account.Id).ToDictionary(account => account.Id, StringComparer.OrdinalIgnoreCase);
        _accountsByCode = _accountsById.Values
            .Where(account => !string.IsNullOrEmpty(account.Code))
            .DistinctBy(account => account.Code)
            .ToDictionary(account => account.Code!, StringComparer.Ordinal);
        _items = items.DistinctBy(item => item.Code).ToDictionary(item => item.Code, StringComparer.Ordinal);
        _taxRates = taxRates.DistinctBy(rate => rate.TaxType).ToDictionary(rate => rate.TaxType, StringComparer.Ordinal);
        _currencies = currencies.ToHashSet();
        _mappings = mappings.ToDictionary(mapping => (mapping.Kind, mapping.KompassCode), mapping => mapping.RemoteKey);
        _vatRates = vatRates.DistinctBy(rate => rate.Code).ToDictionary(rate => rate.Code, StringComparer.Ordinal);
    }

    public IEnumerable<LedgerTaxRate> TaxRates => _taxRates.Values;

    public LedgerAccount? AccountById(string id) => _accountsById.GetValueOrDefault(id);

    public LedgerAccount? AccountByCode(string code) => _accountsByCode.GetValueOrDefault(code);

    public LedgerItem? Item(string code) => _items.GetValueOrDefault(code);

    public LedgerTaxRate? TaxRate(string taxType) => _taxRates.GetValueOrDefault(taxType);

    public VatRate? VatRate(string code) => _vatRates.GetValueOrDefault(code);

    public bool Uses(CurrencyCode currency) => _currencies.Contains(currency);

    public string? Mapped(MappingKind kind, string? kompassCode) =>
        kompassCode is null ? null : _mappings.GetValueOrDefault((kind, kompassCode));
}
