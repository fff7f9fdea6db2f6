using System.Text;
using System.Text.Json;
using Kompass.Xero.Wire;

namespace Kompass.Xero.Tests;

public sealed class XeroJsonTests
{
    [Theory]
    [InlineData("/Date(1518685950940+0000)/", "2018-02-15T09:12:30.940")]
    [InlineData("/Date(1439434356790)/", "2015-08-13T02:52:36.790")]
    [InlineData("/Date(1518685950940+1300)/", "2018-02-15T09:12:30.940")]
    [InlineData("/Date(-86400000+0000)/", "1969-12-31T00:00:00")]
    [InlineData("2019-03-05T18:59:06Z", "2019-03-05T18:59:06")]
    [InlineData("2019-12-07T18:46:19.5165400", "2019-12-07T18:46:19.516540")]
    public void Read_instants_of_both_forms_are_utc(string text, string expected)
    {
        var contact = Contact($$"""{"UpdatedDateUTC":"{{text}}"}""");

        Assert.Equal(DateTimeOffset.Parse(expected + "Z", System.Globalization.CultureInfo.InvariantCulture), contact.UpdatedDateUTC);
        Assert.Equal(TimeSpan.Zero, contact.UpdatedDateUTC!.Value.Offset);
    }

    [Theory]
    [InlineData("/Date(1552262400000+0000)/")]
    [InlineData("2019-03-11T00:00:00")]
    [InlineData("2019-03-11")]
    public void Read_calendar_dates_never_shift(string text) =>
        Assert.Equal(new DateOnly(2019, 3, 11), Invoice($$"""{"Date":"{{text}}"}""").Date);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\" \"")]
    public void Read_blank_dates_are_none(string text) => Assert.Null(Invoice($$"""{"DueDate":{{text}}}""").DueDate);

    [Theory]
    [InlineData("\"/Date(99999999999999999)/\"")]
    [InlineData("\"/Date(abc)/\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("12")]
    public void Read_impossible_dates_fail(string text) => Assert.Throws<JsonException>(() => Invoice($$"""{"Date":{{text}}}"""));

    [Theory]
    [InlineData("40.00", "40.00")]
    [InlineData("\"40.00\"", "40.00")]
    [InlineData("0.1234", "0.1234")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Read_amounts_are_exact(string json, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Invoice($$"""{"Total":{{json}}}""").Total);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void Read_blank_amounts_are_none(string json) => Assert.Null(Invoice($$"""{"Total":{{json}}}""").Total);

    [Fact]
    public void Read_unknown_members_values_and_casing_cost_nothing()
    {
        var contact = Contact(
            """{"contactid":"x","ContactStatus":"FUTURE","Name":12,"Brandnew":{"a":[1,2]},"IsCustomer":"true","Addresses":null,"Balances":{}}""");

        Assert.Equal("x", contact.ContactID);
        Assert.Equal("FUTURE", contact.ContactStatus);
        Assert.Equal("12", contact.Name);
        Assert.True(contact.IsCustomer);
        Assert.Null(contact.Addresses);
    }

    [Fact]
    public void Write_nulls_are_left_out_and_dates_are_plain()
    {
        var body = Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(
            new WriteEnvelope
            {
                Invoices =
                [
                    new()
                    {
                        Contact = new("c1"),
                        Date = new(2026, 11, 22),
                        LineItems = [new() { Description = "Zoë's \"räder\"", Quantity = 1.2345m, UnitAmount = 0.0001m }],
                    },
                ],
            },
            XeroJson.Default.WriteEnvelope));

        Assert.StartsWith("""{"Invoices":[{"Contact":{"ContactID":"c1"},"Date":"2026-11-22","LineItems":[{"Description":""", body, StringComparison.Ordinal);
        Assert.EndsWith(""","Quantity":1.2345,"UnitAmount":0.0001}]}]}""", body, StringComparison.Ordinal);
    }

    private static ContactDto Contact(string json) => Read($$"""{"Contacts":[{{json}}]}""").Contacts![0];

    private static InvoiceDto Invoice(string json) => Read($$"""{"Invoices":[{{json}}]}""").Invoices![0];

    private static Envelope Read(string json) => JsonSerializer.Deserialize(json, XeroJson.Default.Envelope)!;
}
