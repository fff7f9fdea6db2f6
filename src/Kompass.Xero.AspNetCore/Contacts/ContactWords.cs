namespace Kompass.Xero.AspNetCore;

/// <summary>How a contact of Xero is described to people.</summary>
internal static class ContactWords
{
    public static bool IsUsable(RemoteContact contact) => contact is { Status: ContactStatus.Active, MergedInto: null };

    public static string State(RemoteContact contact) => contact.MergedInto is null ? Texts.Words(contact.Status) : "Merged";

    public static string Role(RemoteContact contact) => contact switch
    {
        { IsCustomer: true, IsSupplier: true } => "Customer and supplier",
        { IsCustomer: true } => "Customer",
        { IsSupplier: true } => "Supplier",
        _ => "No documents yet",
    };

    /// <summary>What the contact owes; a dash where Xero did not say.</summary>
    public static string Balance(RemoteContact? contact) => contact?.Outstanding is { } owed ? Texts.Money(owed) : "–";

    public static string Place(PostalAddress? address) =>
        string.Join(", ", new[] { address?.Line1, address?.City, address?.PostalCode }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
