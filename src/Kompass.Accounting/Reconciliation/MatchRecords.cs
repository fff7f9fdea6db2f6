using Kompass.Accounting.Matching;

namespace Kompass.Accounting;

/// <summary>Contacts and clients as the matcher takes them: the name, and the fields that both sides have.</summary>
internal static class MatchRecords
{
    public static MatchRecord Of(RemoteContact contact) => new()
    {
        Key = contact.Id.Value,
        Name = contact.Name,
        EmailAddress = contact.EmailAddress,
        Phone = contact.PhoneNumber,
        CompanyNumber = contact.CompanyNumber,
        TaxNumber = contact.TaxNumber,
        AccountNumber = string.IsNullOrWhiteSpace(contact.ContactNumber) ? contact.AccountNumber : contact.ContactNumber,
        PostalCode = contact.Address?.PostalCode,
        AddressLine = contact.Address?.Line1,
    };

    public static MatchRecord Of(Client client) => new()
    {
        Key = client.Id.Value,
        Name = client.Name,
        EmailAddress = client.EmailAddress,
        Phone = client.PhoneNumber,
        CompanyNumber = client.CompanyNumber,
        TaxNumber = client.TaxNumber,
        AccountNumber = client.Id.Value,
        PostalCode = client.Address?.PostalCode,
        AddressLine = client.Address?.Line1,
    };
}
