using Kompass.Accounting;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>Reference data from Xero's shapes.</summary>
internal static class CatalogueMap
{
    // Xero refuses journals on these; bank accounts and tracked stock are refused by their type.
    private static readonly string[] NoJournals = ["DEBTORS", "CREDITORS", "RETAINEDEARNINGS"];

    public static LedgerOrganisation Organisation(OrganisationDto organisation, RemoteConnection connection) => new()
    {
        // The tenant's id is what every call is made with; whether OrganisationID always equals it is not documented.
        Id = connection.OrganisationId,
        Name = organisation.Name ?? connection.OrganisationName,
        BaseCurrency = CurrencyCode.TryParse(organisation.BaseCurrency, out var currency)
            ? currency
            : throw new RemoteLedgerException(RemoteFault.Unavailable, "KX3003 Xero answered without the organisation's base currency. It is tried again later."),
        TimeZone = XeroTimeZones.Find(organisation.Timezone),
        CountryCode = organisation.CountryCode,
        IsDemo = organisation.IsDemoCompany ?? false,
        PaysTax = organisation.PaysTax ?? true,
        PeriodLockDate = organisation.PeriodLockDate,
        EndOfYearLockDate = organisation.EndOfYearLockDate,
        ShortCode = organisation.ShortCode,
    };

    public static LedgerAccount Account(AccountDto account)
    {
        var type = account.Type?.ToUpperInvariant() ?? "";
        var system = string.IsNullOrWhiteSpace(account.SystemAccount) ? null : account.SystemAccount;
        var accountClass = Class(account.Class);
        var isActive = string.Equals(account.Status, "ACTIVE", StringComparison.OrdinalIgnoreCase);
        return new()
        {
            Id = account.AccountID!,
            Code = account.Code,
            Name = account.Name ?? "",
            Class = accountClass,
            Type = type,
            TaxType = string.IsNullOrWhiteSpace(account.TaxType) ? null : account.TaxType,
            IsActive = isActive,
            SystemAccount = system,
            AcceptsSales = isActive && system is null && (accountClass == AccountClass.Revenue || type == "OTHERINCOME"),
            AcceptsJournals = isActive && type is not ("BANK" or "INVENTORY")
                && !NoJournals.Contains(system, StringComparer.OrdinalIgnoreCase),
            AcceptsRounding = isActive && type is not ("BANK" or "INVENTORY")
                && (IsRounding(system) || (system is null && accountClass is AccountClass.Revenue or AccountClass.Expense)),
        };
    }

    public static LedgerItem Item(ItemDto item) => new()
    {
        Code = item.Code!,
        Name = item.Name,
        SalesAccountCode = string.IsNullOrWhiteSpace(item.SalesDetails?.AccountCode) ? null : item.SalesDetails.AccountCode,
        SalesTaxType = string.IsNullOrWhiteSpace(item.SalesDetails?.TaxType) ? null : item.SalesDetails.TaxType,
        IsSold = item.IsSold ?? true,
        IsTracked = item.IsTrackedAsInventory ?? false,
    };

    public static LedgerTaxRate TaxRate(TaxRateDto rate)
    {
        var classes = new HashSet<AccountClass>();
        Add(rate.CanApplyToAssets, AccountClass.Asset);
        Add(rate.CanApplyToEquity, AccountClass.Equity);
        Add(rate.CanApplyToExpenses, AccountClass.Expense);
        Add(rate.CanApplyToLiabilities, AccountClass.Liability);
        Add(rate.CanApplyToRevenue, AccountClass.Revenue);
        return new()
        {
            TaxType = rate.TaxType!,
            Name = rate.Name ?? rate.TaxType!,
            Percent = rate.EffectiveRate ?? rate.DisplayTaxRate ?? 0,
            IsActive = string.Equals(rate.Status, "ACTIVE", StringComparison.OrdinalIgnoreCase),
            AppliesTo = classes,
        };

        void Add(bool? applies, AccountClass accountClass)
        {
            if (applies == true)
            {
                classes.Add(accountClass);
            }
        }
    }

    // Whatever its class: some charts keep rounding among the liabilities.
    private static bool IsRounding(string? system) => string.Equals(system, "ROUNDING", StringComparison.OrdinalIgnoreCase);

    private static AccountClass Class(string? name) => name?.ToUpperInvariant() switch
    {
        "ASSET" => AccountClass.Asset,
        "EQUITY" => AccountClass.Equity,
        "EXPENSE" => AccountClass.Expense,
        "LIABILITY" => AccountClass.Liability,
        "REVENUE" => AccountClass.Revenue,
        _ => AccountClass.Other,
    };
}
