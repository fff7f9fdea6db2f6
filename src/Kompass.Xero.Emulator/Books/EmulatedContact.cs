using System.Collections.Immutable;

namespace Kompass.Xero.Emulator;

/// <summary>A contact in the books. Immutable.</summary>
public sealed record EmulatedContact
{
    /// <summary>The contact's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name, unique among active contacts without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>ACTIVE, ARCHIVED or GDPRREQUEST. Default: ACTIVE.</summary>
    public string Status { get; init; } = "ACTIVE";

    /// <summary>The number that only the API writes.</summary>
    public string? ContactNumber { get; init; }

    /// <summary>The account number that people write.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>The given name of the primary person.</summary>
    public string? FirstName { get; init; }

    /// <summary>The family name of the primary person.</summary>
    public string? LastName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>The company's registration number.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>The tax registration number.</summary>
    public string? TaxNumber { get; init; }

    /// <summary>Bank details, which only people should write.</summary>
    public string? BankAccountDetails { get; init; }

    /// <summary>The currency that new documents take.</summary>
    public string? DefaultCurrency { get; init; }

    /// <summary>The default account of sales lines.</summary>
    public string? SalesDefaultAccountCode { get; init; }

    /// <summary>The default account of purchase lines.</summary>
    public string? PurchasesDefaultAccountCode { get; init; }

    /// <summary>The default tax type of sales.</summary>
    public string? AccountsReceivableTaxType { get; init; }

    /// <summary>The default tax type of purchases.</summary>
    public string? AccountsPayableTaxType { get; init; }

    /// <summary>INCLUSIVE, EXCLUSIVE or NONE, for sales.</summary>
    public string? SalesDefaultLineAmountType { get; init; }

    /// <summary>INCLUSIVE, EXCLUSIVE or NONE, for purchases.</summary>
    public string? PurchasesDefaultLineAmountType { get; init; }

    /// <summary>Days of the payment terms for sales, with their type, such as <c>30 DAYSAFTERBILLDATE</c>.</summary>
    public string? SalesTerms { get; init; }

    /// <summary>Days of the payment terms for bills, with their type.</summary>
    public string? BillTerms { get; init; }

    /// <summary>At most one address of each type (STREET, POBOX).</summary>
    public ImmutableList<EmulatedAddress> Addresses { get; init; } = [];

    /// <summary>At most one number of each type (DEFAULT, DDI, FAX, MOBILE, OFFICE).</summary>
    public ImmutableList<EmulatedPhone> Phones { get; init; } = [];

    /// <summary>Up to five further people.</summary>
    public ImmutableList<EmulatedContactPerson> ContactPersons { get; init; } = [];

    /// <summary>The contact into which this one was merged.</summary>
    public Guid? MergedToContactId { get; init; }

    /// <summary>Whether seeded data say that it is a customer; documents say so too.</summary>
    public bool IsCustomer { get; init; }

    /// <summary>Whether seeded data say that it is a supplier; bills say so too.</summary>
    public bool IsSupplier { get; init; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset UpdatedDateUtc { get; init; }

    internal bool IsActive => Status == "ACTIVE";
}
