using System.Globalization;
using CsCheck;

namespace Kompass.Accounting.Abstractions.Tests;

public sealed class InvoiceTests
{
    [Theory]
    [InlineData("100.00", "20.00", "100", InvoiceKind.Invoice)]
    [InlineData("0.01", "0", "0.01", InvoiceKind.Invoice)]
    [InlineData("100.00", "-20.00", "100", InvoiceKind.Invoice)]
    [InlineData("50.00", "0", "100;-50", InvoiceKind.Invoice)]
    [InlineData("-100.00", "-20.00", "-100", InvoiceKind.CreditNote)]
    [InlineData("-0.01", "0", "-0.01", InvoiceKind.CreditNote)]
    [InlineData("-50.00", "0", "-100;50", InvoiceKind.CreditNote)]
    [InlineData("0", "0", "100;-100", InvoiceKind.Journal)]
    [InlineData("0.00", "0.00", "33.33;33.33;-66.66", InvoiceKind.Journal)]
    [InlineData("0", "0", "100;-99", InvoiceKind.Journal)]
    [InlineData("0", "0", "100", InvoiceKind.Journal)]
    [InlineData("0", "0", "", InvoiceKind.Nothing)]
    [InlineData("0", "0", "0;0", InvoiceKind.Nothing)]
    [InlineData("0", "0", "0.004;-0.004", InvoiceKind.Nothing)]
    [InlineData("0", "0.01", "100;-100", InvoiceKind.Undefined)]
    [InlineData("0", "-20", "", InvoiceKind.Undefined)]
    public void Kind_follows_from_net_vat_and_allocations(string net, string vat, string allocations, InvoiceKind expected) =>
        Assert.Equal(expected, Create(Parse(net), Parse(vat), [.. allocations.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Parse)]).Kind);

    [Fact]
    public void Kind_of_an_invoice_that_is_turned_round_is_the_opposite() =>
        Gen.Select(Gen.Int[-5, 5], Gen.Int[-5, 5], Gen.Int[-5, 5].List[0, 4]).Sample((net, vat, lines) =>
        {
            var kind = Create(net, vat, [.. lines.Select(line => (decimal)line)]).Kind;
            var turned = Create(-net, -vat, [.. lines.Select(line => -(decimal)line)]).Kind;
            return turned == kind switch
            {
                InvoiceKind.Invoice => InvoiceKind.CreditNote,
                InvoiceKind.CreditNote => InvoiceKind.Invoice,
                _ => kind,
            };
        });

    [Fact]
    public void Gross_is_net_plus_vat() => Assert.Equal(119.99m, Create(100m, 19.99m, []).Gross);

    [Theory]
    [InlineData("1", "10.005", "10.01")]
    [InlineData("3", "0.335", "1.01")]
    [InlineData("-1", "10.005", "-10.01")]
    [InlineData("0.3333", "99.9999", "33.33")]
    public void Amount_of_an_allocation_is_rounded_half_away_from_zero(string quantity, string unit, string expected) =>
        Assert.Equal(Parse(expected), new Allocation { Quantity = Parse(quantity), UnitAmount = Parse(unit) }.Amount);

    [Fact]
    public void Quantity_of_an_allocation_is_one_unless_stated() => Assert.Equal(12.5m, new Allocation { UnitAmount = 12.5m }.Amount);

    private static Invoice Create(decimal net, decimal vat, IReadOnlyList<decimal> amounts) => new()
    {
        Id = new("I-1"),
        OrganisationId = new("O-1"),
        Reference = "2026-001",
        Date = new(2026, 3, 31),
        Currency = new("GBP"),
        Status = InvoiceStatus.Posted,
        Net = net,
        Vat = vat,
        Allocations = [.. amounts.Select(amount => new Allocation { UnitAmount = amount })],
    };

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
