using Kompass.Accounting;

namespace Kompass.Benchmarks;

/// <summary>A Kompass with as many codes as a large one has.</summary>
internal sealed class WideCodes(KompassOrganisationId owner) : IKompassCatalogue
{
    public const int Nominals = 300;
    public const int Departments = 100;

    private readonly KompassCatalogue _catalogue = new()
    {
        Organisations = [new(owner, "Kompass Consulting")],
        Departments = [.. Enumerable.Range(0, Departments).Select(number => new CatalogueEntry($"D{number:D3}", $"Department number {number}"))],
        NominalAccounts = [.. Enumerable.Range(0, Nominals).Select(number => new CatalogueEntry(Nominal(number), $"Sales of department {number}"))],
        VatRates = [new("S20", "Standard", 20), new("R5", "Reduced", 5), new("Z0", "Zero", 0)],
    };

    public static string Nominal(int number) => $"{4000 + number}";

    public Task<KompassCatalogue> GetAsync(CancellationToken cancellationToken) => Task.FromResult(_catalogue);
}
