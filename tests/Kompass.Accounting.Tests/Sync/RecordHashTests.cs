namespace Kompass.Accounting.Tests;

public sealed class RecordHashTests
{
    private static readonly Client Client = Build.Client("C1", "Acme Ltd") with
    {
        FirstName = "Ann",
        LastName = "Lee",
        EmailAddress = "ann@acme.example",
        PhoneNumber = "020 7946 0000",
        CompanyNumber = "01234567",
        TaxNumber = "GB123456789",
        Address = new() { Line1 = "1 High Street", Line2 = "Floor 2", City = "Leeds", Region = "Yorkshire", PostalCode = "LS1 1AA", Country = "UK" },
    };

    private static readonly Invoice Invoice = Build.Invoice("1", "C1", Build.Line(100)) with { OrderReference = "PO-1", Details = "October" };

    public static TheoryData<string> ClientFields => [.. ClientChanges.Keys];

    public static TheoryData<string> InvoiceFields => [.. InvoiceChanges.Keys];

    private static Dictionary<string, Func<Client, Client>> ClientChanges { get; } = new()
    {
        ["name"] = client => client with { Name = "Acme Limited" },
        ["first name"] = client => client with { FirstName = "Anna" },
        ["last name"] = client => client with { LastName = null },
        ["e-mail address"] = client => client with { EmailAddress = "lee@acme.example" },
        ["telephone"] = client => client with { PhoneNumber = "020 7946 0001" },
        ["company number"] = client => client with { CompanyNumber = "01234568" },
        ["tax number"] = client => client with { TaxNumber = "" },
        ["currency"] = client => client with { Currency = new("EUR") },
        ["line 1"] = client => client with { Address = client.Address! with { Line1 = "2 High Street" } },
        ["line 2"] = client => client with { Address = client.Address! with { Line2 = null } },
        ["city"] = client => client with { Address = client.Address! with { City = "York" } },
        ["region"] = client => client with { Address = client.Address! with { Region = "" } },
        ["postal code"] = client => client with { Address = client.Address! with { PostalCode = "LS1 1AB" } },
        ["country"] = client => client with { Address = client.Address! with { Country = "GB" } },
        ["address"] = client => client with { Address = null },
        ["a text moved to the next field"] = client => client with { FirstName = "AnnLee", LastName = null },
    };

    private static Dictionary<string, Func<Invoice, Invoice>> InvoiceChanges { get; } = new()
    {
        ["client"] = invoice => invoice with { ClientId = new ClientId("C2") },
        ["number"] = invoice => invoice with { Reference = "INV-2" },
        ["order"] = invoice => invoice with { OrderReference = "PO-2" },
        ["details"] = invoice => invoice with { Details = "November" },
        ["date"] = invoice => invoice with { Date = new(2026, 10, 16) },
        ["due date"] = invoice => invoice with { DueDate = null },
        ["currency"] = invoice => invoice with { Currency = new("EUR") },
        ["net"] = invoice => invoice with { Net = 100.01m },
        ["VAT"] = invoice => invoice with { Vat = 20.01m },
        ["applies to"] = invoice => invoice with { AppliesTo = new InvoiceId("9") },
        ["address"] = invoice => invoice with { Url = new("https://kompass.example/1") },
        ["voided"] = invoice => invoice with { Status = InvoiceStatus.Voided },
        ["rejected"] = invoice => invoice with { Status = InvoiceStatus.Rejected },
        ["unticked"] = invoice => invoice with { Synchronize = false },
        ["no lines"] = invoice => invoice with { Allocations = [] },
        ["one line more"] = invoice => invoice with { Allocations = [.. invoice.Allocations, Build.Line(0)] },
        ["description"] = Line(line => line with { Description = "Advice" }),
        ["quantity"] = Line(line => line with { Quantity = 2 }),
        ["unit amount"] = Line(line => line with { UnitAmount = 100.0001m }),
        ["department"] = Line(line => line with { DepartmentCode = "D1" }),
        ["nominal"] = Line(line => line with { NominalCode = "4001" }),
        ["VAT rate"] = Line(line => line with { VatRateCode = "R5" }),
    };

    [Theory]
    [MemberData(nameof(ClientFields))]
    public void Of_client_changes_with_each_field(string field) =>
        Assert.NotEqual(RecordHash.Of(Client), RecordHash.Of(ClientChanges[field](Client)));

    [Theory]
    [MemberData(nameof(InvoiceFields))]
    public void Of_invoice_changes_with_each_field(string field) =>
        Assert.NotEqual(RecordHash.Of(Invoice), RecordHash.Of(InvoiceChanges[field](Invoice)));

    [Fact]
    public void Of_invoice_does_not_change_when_it_is_posted() =>
        Assert.Equal(RecordHash.Of(Invoice), RecordHash.Of(Invoice with { Status = InvoiceStatus.Posted }));

    [Fact]
    public void Of_invoice_does_not_change_with_trailing_zeros() =>
        Assert.Equal(
            RecordHash.Of(Invoice),
            RecordHash.Of(Invoice with { Net = 100.00m, Vat = 20.000m, Allocations = [Build.Line(100.0000m) with { Quantity = 1.00m }] }));

    [Fact]
    public void Of_is_the_same_in_every_version_of_the_code()
    {
        // Stored in databases: a change of these values would make every record look changed.
        Assert.Equal("1:4c0wgtDvgwjMLT-qE_4dJA", RecordHash.Of(Client));
        Assert.Equal("1:qRTB5uqvBvNpv3v64XxwGg", RecordHash.Of(Invoice));
    }

    private static Func<Invoice, Invoice> Line(Func<Allocation, Allocation> change) =>
        invoice => invoice with { Allocations = [.. invoice.Allocations.Select(change)] };
}
