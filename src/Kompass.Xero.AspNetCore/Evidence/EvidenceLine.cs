namespace Kompass.Xero.AspNetCore;

/// <summary>One fact about a contact and a client.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Contact">As Xero has it; null when it does not.</param>
/// <param name="Client">As Kompass has it; null when it does not.</param>
internal sealed record EvidenceLine(string Label, string? Contact, string? Client)
{
    /// <summary>Whether both sides say the same; null where one of them says nothing.</summary>
    public bool? IsSame => Bare(Contact) is { } one && Bare(Client) is { } other ? one == other : null;

    public static IReadOnlyList<EvidenceLine> Of(RemoteContact? contact, Client? client) =>
    [
        new("Person", contact is null ? null : ContactTexts.Person(contact.FirstName, contact.LastName), client is null ? null : ContactTexts.Person(client.FirstName, client.LastName)),
        new("E-mail", contact?.EmailAddress, client?.EmailAddress),
        new("Telephone", contact?.PhoneNumber, client?.PhoneNumber),
        new("Address", ContactTexts.Address(contact?.Address), ContactTexts.Address(client?.Address)),
        new("Company number", contact?.CompanyNumber, client?.CompanyNumber),
        new("VAT or tax number", contact?.TaxNumber, client?.TaxNumber),
    ];

    private static string? Bare(string? text) =>
        text is null ? null : new string([.. text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]) is { Length: > 0 } bare ? bare : null;
}
