namespace Kompass.Accounting.Tests;

/// <summary>Records with sensible members; tests change what matters with <c>with</c>.</summary>
internal static class Build
{
    public static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly KompassOrganisationId Organisation = new("KO1");

    public static readonly ProviderDescriptor Provider = new("xero", "Xero");

    /// <summary>Per cent of the VAT codes used by <see cref="Line"/>.</summary>
    public static readonly IReadOnlyDictionary<string, decimal> VatPercents = new Dictionary<string, decimal>
    {
        ["S20"] = 20,
        ["R5"] = 5,
        ["Z0"] = 0,
        ["E0"] = 0,
    };

    public static RemoteConnection Connection(string organisation = "tenant-1") => new()
    {
        OrganisationId = new(organisation),
        OrganisationName = "Demo Company (UK)",
        CredentialId = new("credential-1"),
        ConnectionReference = "connection-1",
        ConnectedAt = Now.AddDays(-1),
        ConnectedBy = "ada",
    };

    /// <summary>Connected, with both modules, not enabled, version 0.</summary>
    public static SyncConfiguration Configuration(int number = 1) => new()
    {
        Id = new(new Guid(number, 0, 0, new byte[8])),
        Organisations = [Organisation],
        Modules = SyncModules.Clients | SyncModules.Invoices,
        DefaultAccountId = "account-200",
        CutOverDate = new(2026, 10, 1),
        Connection = Connection(),
        CreatedBy = "ada",
        CreatedAt = Now.AddDays(-2),
    };

    public static Client Client(string id, string name) => new()
    {
        Id = new(id),
        OrganisationId = Organisation,
        Name = name,
        Currency = new("GBP"),
    };

    /// <summary>An active contact; a short id such as <c>7</c> becomes a GUID that ends with it.</summary>
    public static RemoteContact Contact(string id, string name) => new()
    {
        Id = ContactId(id),
        Name = name,
        Status = ContactStatus.Active,
        IsCustomer = true,
        UpdatedAt = Now.AddDays(-30),
    };

    public static RemoteContactId ContactId(string id) => new(Guid.TryParse(id, out _) ? id : $"c0ffee00-0000-4000-8000-{id.PadLeft(12, '0')}");

    public static ContactLink Link(string client, string contact, LinkOrigin origin = LinkOrigin.Reconciled) => new()
    {
        RemoteOrganisationId = Connection().OrganisationId,
        ClientId = new(client),
        RemoteContactId = ContactId(contact),
        Origin = origin,
        CreatedAt = Now.AddDays(-1),
        CreatedBy = "ada",
    };

    public static Allocation Line(decimal amount, string vat = "S20", string nominal = "4000", string? description = "Work") => new()
    {
        Description = description,
        UnitAmount = amount,
        VatRateCode = vat,
        NominalCode = nominal,
    };

    /// <summary>An approved document whose net and VAT are those of its lines, VAT rounded line by line.</summary>
    public static Invoice Invoice(string id, string? client, params IReadOnlyList<Allocation> lines) => new()
    {
        Id = new(id),
        OrganisationId = Organisation,
        ClientId = client is null ? null : new(client),
        Reference = "INV-" + id,
        Date = new(2026, 10, 15),
        DueDate = new(2026, 11, 14),
        Currency = new("GBP"),
        Status = InvoiceStatus.Approved,
        Allocations = lines,
        Net = lines.Sum(line => line.Amount),
        Vat = lines.Sum(line => Money.Round(line.Amount * VatPercents.GetValueOrDefault(line.VatRateCode ?? "Z0") / 100)),
    };
}
