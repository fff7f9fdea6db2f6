using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>Kompass's codes, and how the tests map them.</summary>
internal sealed class KompassCodes : IKompassCatalogue
{
    /// <summary>Nominal accounts and the accounts that they are mapped to; 4999 is not mapped.</summary>
    public static readonly IReadOnlyDictionary<string, string> Nominals = new Dictionary<string, string>
    {
        ["1300"] = "620",
        ["2100"] = "835",
        ["4000"] = "200",
        ["4010"] = "201",
        ["4020"] = "202",
        ["4030"] = "203",
        ["4040"] = "204",
        ["4050"] = "205",
        ["4900"] = "260",
        ["7000"] = "400",
    };

    /// <summary>VAT rates and the tax rates that they are mapped to; S20X and X0 are not mapped.</summary>
    public static readonly IReadOnlyDictionary<string, string> VatRates = new Dictionary<string, string>
    {
        ["S20"] = "OUTPUT2",
        ["R5"] = "RROUTPUT",
        ["C125"] = "TAX125",
        ["N15"] = "TAX150",
        ["Z0"] = "ZERORATEDOUTPUT",
        ["E0"] = "EXEMPTOUTPUT",
        ["O0"] = "NONE",
        ["EC"] = "ECOUTPUTSERVICES",
        ["RC"] = "DRCHARGESUPPLY20",
    };

    /// <summary>Departments and the items that they are mapped to; NONE is not mapped.</summary>
    public static readonly IReadOnlyDictionary<string, string> Departments = new Dictionary<string, string> { ["CONS"] = "CONS", ["MISC"] = "MISC" };

    public static KompassCatalogue Catalogue { get; } = new()
    {
        Organisations = [new(new("KO1"), "Kompass Consulting"), new(new("KO2"), "Kompass Training")],
        Departments = [new("CONS", "Consulting"), new("MISC", "Miscellaneous"), new("NONE", "Elsewhere")],
        NominalAccounts = [.. Nominals.Keys.Append("4999").Select(code => new CatalogueEntry(code, "Nominal " + code))],
        VatRates =
        [
            new("S20", "Standard", 20),
            new("S20X", "Standard, not mapped", 20),
            new("R5", "Reduced", 5),
            new("C125", "Margin", 12.5m),
            new("N15", "New Zealand's GST", 15),
            new("Z0", "Zero-rated", 0),
            new("E0", "Exempt", 0),
            new("O0", "Outside the scope", 0),
            new("EC", "EC services", 0),
            new("RC", "Reverse charge", 0),
            new("X0", "Zero, not mapped", 0),
        ],
    };

    /// <summary>Thrown by every read, until it is taken away again.</summary>
    public Exception? Failure { get; set; }

    public Task<KompassCatalogue> GetAsync(CancellationToken cancellationToken) =>
        Failure is { } failure ? Task.FromException<KompassCatalogue>(failure) : Task.FromResult(Catalogue);
}
