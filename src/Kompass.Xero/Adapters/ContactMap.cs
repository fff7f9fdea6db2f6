using Kompass.Accounting;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>Contacts between Xero's shape and the ports'.</summary>
internal static class ContactMap
{
    /// <summary>Xero's name for the address that is printed on invoices.</summary>
    private const string Postal = "POBOX";

    private const string Street = "STREET";

    private const string DefaultPhone = "DEFAULT";

    public static RemoteContact Read(ContactDto contact) => new()
    {
        Id = new(contact.ContactID!),
        Name = contact.Name ?? "",
        Status = contact.ContactStatus?.ToUpperInvariant() switch
        {
            "ACTIVE" => ContactStatus.Active,
            "ARCHIVED" => ContactStatus.Archived,
            _ => ContactStatus.Other,
        },
        ContactNumber = contact.ContactNumber,
        AccountNumber = contact.AccountNumber,
        FirstName = contact.FirstName,
        LastName = contact.LastName,
        EmailAddress = contact.EmailAddress,
        PhoneNumber = Phone(contact.Phones),
        CompanyNumber = contact.CompanyNumber,
        TaxNumber = contact.TaxNumber,
        Address = Address(contact.Addresses, Postal) ?? Address(contact.Addresses, Street),
        IsCustomer = contact.IsCustomer ?? false,
        IsSupplier = contact.IsSupplier ?? false,
        Outstanding = contact.Balances?.AccountsReceivable?.Outstanding,
        Payable = contact.Balances?.AccountsPayable?.Outstanding,
        MergedInto = BatchOutcomes.IsId(contact.MergedToContactID) ? new(contact.MergedToContactID!) : null,
        UpdatedAt = contact.UpdatedDateUTC ?? DateTimeOffset.UnixEpoch,
    };

    /// <param name="content">What to write.</param>
    /// <param name="current">The contact as it stands; its other addresses and phones go along, because a sent list may replace the stored one.</param>
    public static ContactWrite Write(ContactContent content, ContactDto? current) => new()
    {
        ContactID = current?.ContactID,
        Name = content.Name is null ? null : ContactContent.TidyName(content.Name),
        ContactNumber = content.ContactNumber,
        FirstName = content.FirstName,
        LastName = content.LastName,
        EmailAddress = content.EmailAddress,
        CompanyNumber = content.CompanyNumber,
        TaxNumber = content.TaxNumber,
        Addresses = content.Address is null ? null : [Write(content.Address), .. Others(current?.Addresses, a => a.AddressType, Postal)],
        Phones = content.PhoneNumber is null
            ? null
            : [new() { PhoneType = DefaultPhone, PhoneNumber = content.PhoneNumber, PhoneAreaCode = "", PhoneCountryCode = "" }, .. Others(current?.Phones, p => p.PhoneType, DefaultPhone)],
    };

    private static IEnumerable<T> Others<T>(IReadOnlyList<T>? items, Func<T, string?> type, string except) =>
        (items ?? []).Where(item => !string.Equals(type(item), except, StringComparison.OrdinalIgnoreCase));

    private static AddressDto Write(PostalAddress address) => new()
    {
        AddressType = Postal,
        AddressLine1 = address.Line1 ?? "",
        AddressLine2 = address.Line2 ?? "",
        City = address.City ?? "",
        Region = address.Region ?? "",
        PostalCode = address.PostalCode ?? "",
        Country = address.Country ?? "",
    };

    private static PostalAddress? Address(IReadOnlyList<AddressDto>? addresses, string type)
    {
        var found = addresses?.FirstOrDefault(a => string.Equals(a.AddressType, type, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            return null;
        }

        var address = new PostalAddress
        {
            Line1 = Text(found.AddressLine1),
            Line2 = Text(string.Join(", ", new[] { found.AddressLine2, found.AddressLine3, found.AddressLine4 }.Where(l => !string.IsNullOrWhiteSpace(l)))),
            City = Text(found.City),
            Region = Text(found.Region),
            PostalCode = Text(found.PostalCode),
            Country = Text(found.Country),
        };
        return address.IsBlank ? null : address;
    }

    private static string? Phone(IReadOnlyList<PhoneDto>? phones) =>
        (phones ?? [])
            .OrderBy(p => string.Equals(p.PhoneType, DefaultPhone, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .Where(p => p.PhoneType is null || !p.PhoneType.Equals("FAX", StringComparison.OrdinalIgnoreCase))
            .Where(p => !string.IsNullOrWhiteSpace(p.PhoneNumber))
            .Select(p => string.Join(' ', new[] { p.PhoneCountryCode, p.PhoneAreaCode, p.PhoneNumber }.Where(part => !string.IsNullOrWhiteSpace(part))))
            .FirstOrDefault();

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
