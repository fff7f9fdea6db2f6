namespace Kompass.Accounting.Matching;

/// <summary>One record of either side: what the matcher knows about a contact or a client.</summary>
/// <remarks>Only <see cref="Key"/> and <see cref="Name"/> are needed. Blank fields say nothing: they neither help nor harm a pair.</remarks>
public sealed record MatchRecord
{
    /// <summary>Opaque identifier, unique on its side (compared ordinally). It is never read for meaning.</summary>
    public required string Key { get; init; }

    /// <summary>The name as a person wrote it. Any string is allowed; what follows the first 1,024 characters is not read.</summary>
    public required string Name { get; init; }

    /// <summary>E-mail address. The whole address counts; so does its domain unless that belongs to a public mail provider.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Phone number in any notation. Compared by the last nine digits of the national number; extensions ("ext 12") are ignored, fewer than six digits say nothing.</summary>
    public string? Phone { get; init; }

    /// <summary>Number in a register of companies, such as Companies House or the CRO. Spaces, punctuation and leading zeros are ignored.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>VAT, GST or other tax number. Spaces and punctuation are ignored; so is a two-letter country prefix, unless both sides have one.</summary>
    public string? TaxNumber { get; init; }

    /// <summary>The account number by which both systems may know the record. Case, spaces and punctuation are ignored.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>Postal code. Case and spaces are ignored. The first part alone ("LS1", a ZIP without its last four digits) is a weaker agreement.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Street line of the address, with the house number. Compared by number and street, not by spelling.</summary>
    public string? AddressLine { get; init; }
}
