namespace Kompass.Accounting;

/// <summary>What a sync writes into a contact. On an update null members are left as they are.</summary>
public sealed record ContactContent
{
    /// <summary>The name as a ledger keeps and compares it: without blanks at its ends and without double ones.</summary>
    /// <param name="name">The name as somebody wrote it.</param>
    public static string TidyName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The name; required to create, null to leave it.</summary>
    public string? Name { get; init; }

    /// <summary>The Kompass client key.</summary>
    public string? ContactNumber { get; init; }

    /// <summary>First name of the person.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name of the person.</summary>
    public string? LastName { get; init; }

    /// <summary>E-mail address.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Telephone number.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Registration number of the company.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>VAT or other tax number.</summary>
    public string? TaxNumber { get; init; }

    /// <summary>Postal address.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>True when nothing would be written.</summary>
    public bool IsEmpty => this == new ContactContent();
}
