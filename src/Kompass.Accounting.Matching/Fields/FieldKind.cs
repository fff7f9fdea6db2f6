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
    Street,
}
