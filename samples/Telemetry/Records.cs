using Kompass.Accounting;

namespace TelemetrySample;

/// <summary>What Kompass holds: two clients, and three invoices of which one lacks its due date and is held.</summary>
internal static class Records
{
    public static readonly KompassOrganisationId Organisation = new("acme");

    public static DateOnly CutOver { get; } = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-30));

    private static readonly DateTimeOffset Changed = DateTimeOffset.UtcNow;

    public static IReadOnlyList<Client> Clients { get; } = [Client("1", "Rosalind Joinery Ltd"), Client("2", "Orsino Ferries")];

    public static IReadOnlyList<Invoice> Invoices { get; } =
    [
        Invoice("101", "1", 250),
        Invoice("102", "2", 80),
        Invoice("103", "2", 12) with { DueDate = null },
    ];

    // Where a source says when a record was changed, the lag counts from then.
    private static Client Client(string id, string name) => new()
    {
        Id = new(id),
        OrganisationId = Organisation,
        Name = name,
        Currency = new("GBP"),
        ChangedAt = Changed,
    };

    private static Invoice Invoice(string id, string client, decimal net) => new()
    {
        Id = new(id),
        OrganisationId = Organisation,
        ClientId = new(client),
        Reference = $"INV-{id}",
        Date = CutOver.AddDays(10),
        DueDate = CutOver.AddDays(40),
        Currency = new("GBP"),
        Status = InvoiceStatus.Approved,
        Allocations = [new() { Description = "Work", UnitAmount = net, VatRateCode = Codes.Standard }],
        Net = net,
        Vat = net / 5,
        ChangedAt = Changed,
    };
}
