namespace Kompass.Xero.AspNetCore;

/// <summary>One fact about a contact and a client.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Contact">As Xero has it; null when it does not.</param>
/// <param name="Client">As Kompass has it; null when it does not.</param>
/// <param name="IsSame">Whether both sides say the same; null where one of them says nothing.</param>
internal sealed record EvidenceLine(string Label, string? Contact, string? Client, bool? IsSame)
{
    private const int NationalDigits = 9;

    public static IReadOnlyList<EvidenceLine> Of(RemoteContact? contact, Client? client) =>
    [
        Line("Person", ContactTexts.Person(contact?.FirstName, contact?.LastName), ContactTexts.Person(client?.FirstName, client?.LastName)),
        Line("E-mail", contact?.EmailAddress, client?.EmailAddress),
        new("Telephone", contact?.PhoneNumber, client?.PhoneNumber, Same(National(contact?.PhoneNumber), National(client?.PhoneNumber))),
        new("Address", ContactTexts.Address(contact?.Address), ContactTexts.Address(client?.Address), SameAddress(contact?.Address, client?.Address)),
        Line("Company number", contact?.CompanyNumber, client?.CompanyNumber),
        Line("VAT or tax number", contact?.TaxNumber, client?.TaxNumber),
    ];

    private static EvidenceLine Line(string label, string? contact, string? client) => new(label, contact, client, Same(Bare(contact), Bare(client)));

    private static bool? Same(string? one, string? other) => one is null || other is null ? null : one == other;

    // A country that one side leaves out, or a line in capitals, makes no other address.
    private static bool? SameAddress(PostalAddress? one, PostalAddress? other) =>
        Same(Bare(one?.PostalCode), Bare(other?.PostalCode)) is { } code
            ? code && Same(Bare(one?.Line1), Bare(other?.Line1)) != false
            : Same(Bare(ContactTexts.Address(one)), Bare(ContactTexts.Address(other)));

    // +44 1632 960671 and (01632) 960671 are one number.
    private static string? National(string? number) =>
        Bare(number) is { } bare ? bare[^Math.Min(NationalDigits, bare.Length)..] : null;

    private static string? Bare(string? text) =>
        text is null ? null : new string([.. text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]) is { Length: > 0 } bare ? bare : null;
}
