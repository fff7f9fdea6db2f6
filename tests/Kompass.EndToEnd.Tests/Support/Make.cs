using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>Kompass records with sensible members; tests change what matters with <c>with</c>.</summary>
internal static class Make
{
    public static readonly KompassOrganisationId Organisation = new("KO1");

    private static readonly Dictionary<string, decimal> Percents = KompassCodes.Catalogue.VatRates.ToDictionary(rate => rate.Code, rate => rate.Percent);

    public static Client Client(string id, string name) => new()
    {
        Id = new(id),
        OrganisationId = Organisation,
        Name = name,
        Currency = new("GBP"),
    };

    /// <summary>A line for one unit, positive or negative.</summary>
    public static Allocation Line(decimal amount, string? vat = "S20", string? nominal = "4000") => new()
    {
        Description = "Work",
        UnitAmount = amount,
        VatRateCode = vat,
        NominalCode = nominal,
    };

    /// <summary>An approved document of 15 October, whose net and VAT are those of its lines, VAT rounded line by line.</summary>
    public static Invoice Invoice(string id, string? client, params IReadOnlyList<Allocation> lines) => new Invoice
    {
        Id = new(id),
        OrganisationId = Organisation,
        ClientId = client is null ? null : new(client),
        Reference = "DOC-" + id,
        Details = "Details of " + id,
        Date = new(2026, 10, 15),
        DueDate = new(2026, 11, 14),
        Currency = new("GBP"),
        Status = InvoiceStatus.Approved,
        Allocations = [],
        Net = 0,
        Vat = 0,
    }.WithLines(lines);

    /// <summary>A credit note over one line; the amount is given positive.</summary>
    public static Invoice CreditNote(string id, string client, decimal amount, string? appliesTo = null) =>
        Invoice(id, client, Line(-amount)) with { DueDate = null, AppliesTo = appliesTo is null ? null : new InvoiceId(appliesTo) };

    /// <summary>A journal that moves income from one nominal account to another.</summary>
    public static Invoice Journal(string id, decimal amount, string from = "2100", string to = "4000") =>
        Invoice(id, null, Line(amount, null, to), Line(-amount, null, from)) with { DueDate = null };

    public static Invoice WithLines(this Invoice invoice, params IReadOnlyList<Allocation> lines) => invoice with
    {
        Allocations = lines,
        Net = lines.Sum(line => line.Amount),
        Vat = lines.Sum(line => line.VatRateCode is { } rate ? Money.Round(line.Amount * Percents[rate] / 100) : 0),
    };
}
