namespace Kompass.Accounting.Matching;

internal enum FieldKind
{
    Name,
    Acronym,
    Email,
    Domain,
    Phone,
    CompanyNumber,
    TaxNumber,
    AccountNumber,
    PostalCode,

    /// <summary>The part of a postal code that both have, where one has no more.</summary>
    PostalArea,
    Street,
}
