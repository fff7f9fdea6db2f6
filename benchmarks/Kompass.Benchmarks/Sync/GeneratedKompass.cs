using Kompass.Accounting;

namespace Kompass.Benchmarks;

internal sealed class GeneratedClients(int count, KompassOrganisationId? owner = null) : GeneratedSource<ClientId, Client>(count, owner), IClientSource
{
    private static readonly string[] Trades = ["Timber", "Optics", "Kitchens", "Books", "Cranes", "Lighting", "Dental", "Yachts", "Bakery", "Roofing"];

    public static ClientId Key(int index) => new($"C{index:D7}");

    protected override ClientId KeyOf(int index) => Key(index);

    protected override Client Make(int index, bool isEdited) => new()
    {
        Id = Key(index),
        OrganisationId = Owner,
        Name = $"{Trades[index % Trades.Length]} Number {index} Limited",
        FirstName = "Jo",
        LastName = "Bloggs",
        EmailAddress = $"{(isEdited ? "accounts" : "office")}@client{index}.example",
        PhoneNumber = $"020 7946 {index % 10000:D4}",
        Address = new() { Line1 = $"{index % 400} High Street", City = "London", PostalCode = "EC1A 1BB", Country = "GB" },
        Currency = new("GBP"),
    };
}

internal sealed class GeneratedInvoices(int count, int clients, KompassOrganisationId? owner = null) : GeneratedSource<InvoiceId, Invoice>(count, owner), IInvoiceSource
{
    protected override InvoiceId KeyOf(int index) => new($"I{index:D7}");

    protected override Invoice Make(int index, bool isEdited)
    {
        var hours = 1 + (index % 7) + (isEdited ? 1 : 0);
        Allocation[] lines =
        [
            new() { Description = "Consulting by the hour", Quantity = hours, UnitAmount = 95.50m, NominalCode = "4000", VatRateCode = "S20" },
            new() { Description = "Expenses", UnitAmount = 10 + (index % 900), NominalCode = "4000", VatRateCode = "S20" },
        ];
        return new()
        {
            Id = KeyOf(index),
            OrganisationId = Owner,
            ClientId = GeneratedClients.Key(index % clients),
            Reference = $"INV-{index:D7}",
            OrderReference = $"PO {index % 5000}",
            Details = "Work as agreed",
            Date = new DateOnly(2026, 10, 1).AddDays(index % 28),
            DueDate = new DateOnly(2026, 11, 1).AddDays(index % 28),
            Currency = new("GBP"),
            Status = InvoiceStatus.Approved,
            Allocations = lines,
            Net = lines.Sum(line => line.Amount),
            Vat = lines.Sum(line => Money.Round(line.Amount * 0.20m)),
        };
    }
}

internal sealed class GeneratedCodes(KompassOrganisationId? owner = null) : IKompassCatalogue
{
    private readonly KompassCatalogue _catalogue = new()
    {
        Organisations = [new(owner ?? GeneratedClients.Organisation, "Kompass Consulting")],
        Departments = [],
        NominalAccounts = [new("4000", "Sales")],
        VatRates = [new("S20", "Standard", 20)],
    };

    public Task<KompassCatalogue> GetAsync(CancellationToken cancellationToken) => Task.FromResult(_catalogue);
}
