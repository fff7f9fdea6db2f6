using System.Globalization;
using CsvHelper;
using Kompass.Accounting;

namespace AdminHost.Sample;

/// <summary>What stands in for Kompass's own database: the files in <c>data</c>.</summary>
internal sealed record SampleData(KompassCatalogue Catalogue, IReadOnlyList<Client> Clients, IReadOnlyList<Invoice> Invoices)
{
    public static SampleData Read(string folder)
    {
        var allocations = Rows(folder, "allocations").ToLookup(row => row["invoice_id"]!, ToAllocation);
        return new(
            new()
            {
                Organisations = [.. Rows(folder, "organisations").Select(row => new KompassOrganisation(new(row["id"]!), row["name"]!))],
                Departments = [.. Rows(folder, "departments").Select(row => new CatalogueEntry(row["code"]!, row["name"]!))],
                NominalAccounts = [.. Rows(folder, "nominals").Select(row => new CatalogueEntry(row["code"]!, row["name"]!))],
                VatRates = [.. Rows(folder, "vat_rates").Select(row => new VatRate(row["code"]!, row["name"]!, Number(row["rate"])))],
            },
            [.. Rows(folder, "clients").Select(ToClient)],
            [.. Rows(folder, "invoices").Select(row => ToInvoice(row, [.. allocations[row["id"]!]]))]);
    }

    private static Client ToClient(Dictionary<string, string?> row) => new()
    {
        Id = new(row["id"]!),
        OrganisationId = new(row["organisation_id"]!),
        Name = row["name"] ?? "",
        Currency = new(row["currency"]!),
        FirstName = row["first_name"],
        LastName = row["last_name"],
        EmailAddress = row["email"],
        PhoneNumber = row["phone"],
        CompanyNumber = row["company_number"],
        TaxNumber = row["tax_number"],
        Address = new()
        {
            Line1 = row["address_line1"],
            Line2 = row["address_line2"],
            City = row["city"],
            PostalCode = row["postal_code"],
            Country = row["country"],
        },
    };

    private static Allocation ToAllocation(Dictionary<string, string?> row) => new()
    {
        Description = row["description"],
        Quantity = Number(row["quantity"]),
        UnitAmount = Number(row["unit_amount"]),
        DepartmentCode = row["department"],
        NominalCode = row["nominal"],
        VatRateCode = row["vat_rate"],
    };

    private static Invoice ToInvoice(Dictionary<string, string?> row, IReadOnlyList<Allocation> allocations) => new()
    {
        Id = new(row["id"]!),
        OrganisationId = new(row["organisation_id"]!),
        ClientId = row["client_id"] is { } client ? new ClientId(client) : null,
        Reference = row["reference"] ?? "",
        OrderReference = row["order_reference"],
        Details = row["details"],
        Date = Day(row["date"]!),
        DueDate = row["due_date"] is { } due ? Day(due) : null,
        Currency = new(row["currency"]!),
        Status = Enum.Parse<InvoiceStatus>(row["status"]!),
        Synchronize = bool.Parse(row["synchronize"]!),
        AppliesTo = row["applies_to"] is { } applied ? new InvoiceId(applied) : null,
        Net = Number(row["net"]),
        Vat = Number(row["vat"]),
        Url = row["url"] is { } url ? new Uri(url) : null,
        Allocations = allocations,
    };

    private static List<Dictionary<string, string?>> Rows(string folder, string name)
    {
        using var csv = CsvReader.FromFile(Path.Combine(folder, $"{name}.csv"));
        var rows = new List<Dictionary<string, string?>>();
        while (csv.Read())
        {
            rows.Add(csv.Headers.ToDictionary(column => column, column => csv.GetString(column) is { Length: > 0 } text ? text : null));
        }

        return rows;
    }

    private static decimal Number(string? text) => text is null ? 0 : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
