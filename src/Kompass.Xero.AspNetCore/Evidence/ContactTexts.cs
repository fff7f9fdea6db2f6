namespace Kompass.Xero.AspNetCore;

/// <summary>The evidence about a contact or client in few words.</summary>
internal static class ContactTexts
{
    public static string? Address(PostalAddress? address) => address is null or { IsBlank: true }
        ? null
        : string.Join(", ", new[] { address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.Country }
            .Where(part => !string.IsNullOrWhiteSpace(part)));

    public static string? Person(string? first, string? last) =>
        string.Join(' ', new[] { first, last }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } name ? name : null;

    public static string Role(RemoteContact contact) => contact switch
    {
        { IsCustomer: true, IsSupplier: true } => "Customer and supplier",
        { IsCustomer: true } => "Customer",
        { IsSupplier: true } => "Supplier",
        _ => "Neither customer nor supplier yet",
    };

    /// <summary>What is owed either way; null when it was not read.</summary>
    public static string? Balance(RemoteContact contact) => (contact.Outstanding, contact.Payable) switch
    {
        (null, null) => null,
        (null or 0, null or 0) => "nothing outstanding",
        ({ } owes, null or 0) => $"owes {Texts.Money(owes)}",
        (null or 0, { } owed) => $"is owed {Texts.Money(owed)}",
        ({ } owes, { } owed) => $"owes {Texts.Money(owes)}, is owed {Texts.Money(owed)}",
    };

    /// <summary>Whether documents can be posted to it; null while they can.</summary>
    public static string? Trouble(RemoteContact contact) => contact switch
    {
        { MergedInto: not null } => "Merged",
        { Status: ContactStatus.Archived } => "Archived",
        { Status: not ContactStatus.Active } => "Not active",
        _ => null,
    };
}
