using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

public sealed class EvidenceLineTests
{
    [Theory]
    [InlineData("+44 1632 960671", "(01632) 960671", true)]
    [InlineData("+44 1632 960671", "(01632) 960672", false)]
    [InlineData("+44 1632 960671", null, null)]
    public void Telephone_is_compared_without_what_a_country_adds(string contact, string? client, bool? expected) =>
        Assert.Equal(expected, Line("Telephone", Contact() with { PhoneNumber = contact }, Client() with { PhoneNumber = client }));

    [Theory]
    [InlineData("LS1 1AA", "1 High Street", true)]
    [InlineData("ls11aa", "1 HIGH STREET", true)]
    [InlineData("LS1 1AB", "1 High Street", false)]
    [InlineData("LS1 1AA", "2 High Street", false)]
    [InlineData(null, "1 High Street", false)]
    public void Address_is_compared_by_postcode_and_street(string? postcode, string street, bool expected) => Assert.Equal(
        expected,
        Line(
            "Address",
            Contact() with { Address = new() { Line1 = "1 High Street", City = "Leeds", PostalCode = "LS1 1AA", Country = "United Kingdom" } },
            Client() with { Address = new() { Line1 = street, PostalCode = postcode } }));

    [Fact]
    public void Email_is_compared_without_capitals() => Assert.True(
        Line("E-mail", Contact() with { EmailAddress = "A@example.com" }, Client() with { EmailAddress = "a@example.com" }));

    private static bool? Line(string label, RemoteContact contact, Client client) => EvidenceLine.Of(contact, client).Single(line => line.Label == label).IsSame;

    private static RemoteContact Contact() => new() { Id = new("x"), Name = "Acme", Status = ContactStatus.Active, UpdatedAt = default };

    private static Client Client() => new() { Id = new("c"), OrganisationId = new("o"), Name = "Acme", Currency = new("GBP") };
}
