namespace Kompass.Accounting;

/// <summary>What Kompass offers for mapping. Codes are unique within each list and compared ordinally.</summary>
public sealed record KompassCatalogue
{
    /// <summary>The organisations (legal entities) of the Kompass account.</summary>
    public IReadOnlyList<KompassOrganisation> Organisations { get; init; } = [];

    /// <summary>Departments and services: mapped to the ledger's items.</summary>
    public IReadOnlyList<CatalogueEntry> Departments { get; init; } = [];

    /// <summary>Nominal accounts: mapped to the ledger's accounts.</summary>
    public IReadOnlyList<CatalogueEntry> NominalAccounts { get; init; } = [];

    /// <summary>VAT rates: mapped to the ledger's tax rates.</summary>
    public IReadOnlyList<VatRate> VatRates { get; init; } = [];
}
