namespace Kompass.Accounting.StoreConformance;

/// <summary>Records for tests, with every member set.</summary>
public static class Make
{
    public static DateTimeOffset Instant { get; } = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    public static Guid Id(int number) => new(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    public static ContactLink ContactLink(RemoteOrganisationId organisation, string client, string contact, bool isShared = false) => new()
    {
        RemoteOrganisationId = organisation,
        ClientId = new(client),
        RemoteContactId = new(contact),
        Origin = LinkOrigin.Reconciled,
        CreatedAt = Instant,
        CreatedBy = "Ada",
        RecordHash = "v1:abc",
        SentName = "Müller & Söhne",
        IsShared = isShared,
        Drift = new(DriftKind.Renamed, "detail", "remedy"),
    };

    public static DocumentLink DocumentLink(RemoteOrganisationId organisation, string invoice, string document) => new()
    {
        RemoteOrganisationId = organisation,
        InvoiceId = new(invoice),
        RemoteDocumentId = new(document),
        Kind = DocumentKind.CreditNote,
        Number = "CN-1",
        ClientId = new ClientId("c1"),
        Currency = new("GBP"),
        Date = new(2026, 2, 28),
        Gross = 1234567890.10m,
        SentTotal = 1234567890.11m,
        RecordHash = "v1:def",
        RemoteUpdatedAt = Instant.AddMinutes(1),
        IsVoided = true,
        AllocatedTo = new InvoiceId("i0"),
        Standing = new()
        {
            Status = DocumentStatus.Paid,
            Total = 12.30m,
            AmountPaid = 2.30m,
            AmountCredited = 10,
            PaidOn = new DateOnly(2026, 3, 2),
            CreditedOn = new DateOnly(2026, 3, 3),
            UpdatedAt = Instant.AddMinutes(2),
            Drift = new(DriftKind.Doubled, "detail", "remedy"),
            DoubledBy = new RemoteDocumentId("other"),
            DoubledTotal = 12.30m,
        },
        StoredDigest = "digest",
        UndoneBy = "Ada",
        CreatedAt = Instant,
    };

    public static ContactDecision Decision(RemoteOrganisationId organisation, string? client, string? contact, ReviewDecision decision) => new()
    {
        RemoteOrganisationId = organisation,
        ClientId = client is null ? null : new ClientId(client),
        RemoteContactId = contact is null ? null : new RemoteContactId(contact),
        Decision = decision,
        DecidedAt = Instant,
        DecidedBy = "Ada",
    };

    public static Operation Operation(
        RemoteOrganisationId organisation,
        int number,
        RecordKey record,
        OperationState state = OperationState.Intended) => new()
        {
            Id = new(Id(number)),
            ConfigurationId = new(Id(1)),
            RemoteOrganisationId = organisation,
            RunId = new(Id(2)),
            Record = record,
            Action = OperationAction.Create,
            DocumentKind = record.Kind == RecordKind.Invoice ? DocumentKind.Invoice : null,
            NaturalKey = $"key {number}",
            RecordHash = "v1:123",
            AttemptKey = new($"attempt-{number}"),
            State = state,
            IntendedAt = Instant,
            SettledAt = state is OperationState.Succeeded or OperationState.Failed ? Instant.AddSeconds(2) : null,
            RemoteId = state == OperationState.Succeeded ? $"remote-{number}" : null,
            Evidence = record.Kind == RecordKind.Invoice
                ? new() { ClientId = new ClientId("c1"), ContactId = new RemoteContactId("x1"), Currency = new("EUR"), Gross = 12.30m }
                : null,
            Error = state == OperationState.Failed ? "refused" : null,
        };

    public static Hold Hold(RecordKey record, HoldReason reason, DateTimeOffset since, string detail = "detail") => new()
    {
        Record = record,
        Reason = reason,
        Detail = detail,
        Remedy = "remedy",
        Title = "title",
        Amount = record.Kind == RecordKind.Invoice ? 99.50m : null,
        Since = since,
    };

    public static RemoteContact Contact(string id, string name, DateTimeOffset updatedAt) => new()
    {
        Id = new(id),
        Name = name,
        Status = ContactStatus.Archived,
        ContactNumber = "n",
        AccountNumber = "a",
        FirstName = "f",
        LastName = "l",
        EmailAddress = "e@example.com",
        PhoneNumber = "p",
        CompanyNumber = "cn",
        TaxNumber = "t",
        Address = new() { Line1 = "1", Line2 = "2", City = "c", Region = "r", PostalCode = "pc", Country = "co" },
        IsCustomer = true,
        IsSupplier = true,
        Outstanding = 10.10m,
        Payable = 3.30m,
        MergedInto = new RemoteContactId("other"),
        UpdatedAt = updatedAt,
    };

    public static Client Client(string id) => new()
    {
        Id = new(id),
        OrganisationId = new("k1"),
        Name = "name",
        Currency = new("EUR"),
        FirstName = "f",
        LastName = "l",
        EmailAddress = "e@example.com",
        PhoneNumber = "p",
        CompanyNumber = "cn",
        TaxNumber = "t",
        Address = new() { Line1 = "1", City = "c" },
    };

    public static SyncConfiguration Configuration(int number, params string[] organisations) => new()
    {
        Id = new(Id(number)),
        Organisations = [.. organisations.Select(id => new KompassOrganisationId(id))],
        CreatedBy = "Ada",
        CreatedAt = Instant.AddMinutes(number),
    };

    public static RemoteConnection Connection(RemoteOrganisationId organisation) => new()
    {
        OrganisationId = organisation,
        OrganisationName = "Demo Company",
        CredentialId = new("cred-1"),
        ConnectionReference = "ref",
        ConnectedAt = Instant,
        ConnectedBy = "Ada",
    };
}
