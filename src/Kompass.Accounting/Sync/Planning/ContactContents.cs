namespace Kompass.Accounting;

/// <summary>What a client says about its contact, and what of it a policy lets through.</summary>
internal static class ContactContents
{
    public static ContactContent Of(Client client, LedgerLimits limits) => new()
    {
        Name = ContactContent.TidyName(client.Name),
        ContactNumber = client.Id.Value.Length <= limits.ContactNumber ? client.Id.Value : null,
        FirstName = Text(client.FirstName),
        LastName = Text(client.LastName),
        EmailAddress = Text(client.EmailAddress),
        PhoneNumber = Text(client.PhoneNumber),
        CompanyNumber = Text(client.CompanyNumber),
        TaxNumber = Text(client.TaxNumber),
        Address = client.Address is { IsBlank: false } address ? address : null,
    };

    /// <summary>The members that are to be written into a contact that exists; empty when it holds them all.</summary>
    public static ContactContent Changes(ContactContent wanted, RemoteContact contact, ContactLink link, ContactSettings settings)
    {
        return new()
        {
            Name = NameMayChange() ? wanted.Name : null,
            ContactNumber = string.IsNullOrWhiteSpace(contact.ContactNumber) && Policy(ContactField.ContactNumber) != FieldPolicy.Never
                ? wanted.ContactNumber
                : null,
            FirstName = Pick(ContactField.FirstName, wanted.FirstName, contact.FirstName),
            LastName = Pick(ContactField.LastName, wanted.LastName, contact.LastName),
            EmailAddress = Pick(ContactField.EmailAddress, wanted.EmailAddress, contact.EmailAddress),
            PhoneNumber = Pick(ContactField.PhoneNumber, wanted.PhoneNumber, contact.PhoneNumber),
            CompanyNumber = Pick(ContactField.CompanyNumber, wanted.CompanyNumber, contact.CompanyNumber),
            TaxNumber = Pick(ContactField.TaxNumber, wanted.TaxNumber, contact.TaxNumber),
            Address = PickAddress(),
        };

        FieldPolicy Policy(ContactField field) => settings.PolicyFor(field, link.Origin);

        bool NameMayChange() =>
            Policy(ContactField.Name) == FieldPolicy.KompassWins
            && (link.SentName is null || contact.Name == link.SentName)
            && wanted.Name != contact.Name;

        string? Pick(ContactField field, string? ours, string? theirs) =>
            ours is not null && IsWritten(field, string.IsNullOrWhiteSpace(theirs), ours == theirs) ? ours : null;

        PostalAddress? PickAddress() =>
            wanted.Address is { } ours && IsWritten(ContactField.Address, contact.Address is null or { IsBlank: true }, ours == contact.Address)
                ? ours
                : null;

        bool IsWritten(ContactField field, bool theirsIsBlank, bool isEqual) => !isEqual && Policy(field) switch
        {
            FieldPolicy.FillBlanks => theirsIsBlank,
            FieldPolicy.KompassWins => true,
            _ => false,
        };
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
