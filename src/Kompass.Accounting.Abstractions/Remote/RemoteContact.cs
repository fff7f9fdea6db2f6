namespace Kompass.Accounting;

/// <summary>A contact as the ledger holds it.</summary>
public sealed record RemoteContact
{
    /// <summary>Its id in the ledger.</summary>
    public required RemoteContactId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its state.</summary>
    public required ContactStatus Status { get; init; }

    /// <summary>The key that an integration gave it; null or empty when there is none.</summary>
    public string? ContactNumber { get; init; }

    /// <summary>The account number that a person gave it.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>First name of the person behind it.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name of the person behind it.</summary>
    public string? LastName { get; init; }

    /// <summary>E-mail address.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Telephone number, written as one text.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Registration number of the company.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>VAT or other tax number.</summary>
    public string? TaxNumber { get; init; }

    /// <summary>Postal address for invoices.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>Whether sales documents exist for it.</summary>
    public bool IsCustomer { get; init; }

    /// <summary>Whether purchase documents exist for it.</summary>
    public bool IsSupplier { get; init; }

    /// <summary>What the contact owes, in the base currency; null when not read.</summary>
    public decimal? Outstanding { get; init; }

    /// <summary>What is owed to the contact, in the base currency; null when not read.</summary>
    public decimal? Payable { get; init; }

    /// <summary>The contact that it was merged into; null when it was not.</summary>
    public RemoteContactId? MergedInto { get; init; }

    /// <summary>
    /// What the adapter needs to write the contact back without losing anything that is not ours; opaque to everybody else.
    /// Null unless the contact was read by id.
    /// </summary>
    public string? AdapterState { get; init; }

    /// <summary>When the ledger last changed it.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
