namespace Kompass.Accounting;

/// <summary>The fields of a contact that a sync may write.</summary>
public enum ContactField
{
    /// <summary>The name on invoices.</summary>
    Name,

    /// <summary>The Kompass client key, kept as the contact's number.</summary>
    ContactNumber,

    /// <summary>First name of the person.</summary>
    FirstName,

    /// <summary>Last name of the person.</summary>
    LastName,

    /// <summary>E-mail address.</summary>
    EmailAddress,

    /// <summary>Telephone number.</summary>
    PhoneNumber,

    /// <summary>Registration number of the company.</summary>
    CompanyNumber,

    /// <summary>VAT or other tax number.</summary>
    TaxNumber,

    /// <summary>Postal address, as one field.</summary>
    Address,
}
