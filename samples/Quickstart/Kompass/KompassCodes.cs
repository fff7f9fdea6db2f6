using Kompass.Accounting;

namespace Quickstart;

/// <summary>A code of the Kompass catalogue, and what an administrator maps it to in Xero.</summary>
internal sealed record KompassCode(string Code, string Name, decimal Percent, string? XeroCode);

/// <summary>Departments, nominal accounts and VAT rates of the sample's Kompass.</summary>
internal sealed class KompassCodes : IKompassCatalogue
{
    private readonly List<KompassOrganisation> _organisations =
        CsvData.Read("organisations.csv", row => new KompassOrganisation(new(row.Required("id")), row.Required("name")));

    public IReadOnlyList<KompassCode> Departments { get; } =
        CsvData.Read("departments.csv", row => new KompassCode(row.Required("code"), row.Required("name"), 0, row.Text("xero_item_code")));

    public IReadOnlyList<KompassCode> Nominals { get; } =
        CsvData.Read("nominals.csv", row => new KompassCode(row.Required("code"), row.Required("name"), 0, row.Text("xero_account_code")));

    public IReadOnlyList<KompassCode> VatRates { get; } =
        CsvData.Read("vat_rates.csv", row => new KompassCode(row.Required("code"), row.Required("name"), row.Number("rate"), row.Text("xero_tax_type")));

    public IReadOnlyList<KompassOrganisationId> OrganisationIds => [.. _organisations.Select(organisation => organisation.Id)];

    public Task<KompassCatalogue> GetAsync(CancellationToken cancellationToken) => Task.FromResult(new KompassCatalogue
    {
        Organisations = _organisations,
        Departments = [.. Departments.Select(code => new CatalogueEntry(code.Code, code.Name))],
        NominalAccounts = [.. Nominals.Select(code => new CatalogueEntry(code.Code, code.Name))],
        VatRates = [.. VatRates.Select(code => new VatRate(code.Code, code.Name, code.Percent))],
    });
}
