namespace Kompass.Xero.AspNetCore;

/// <summary>The words of the three mapping pages.</summary>
/// <param name="Title">The heading: the article's word.</param>
/// <param name="Path">The path below the prefix.</param>
/// <param name="Lead">What the page is for.</param>
/// <param name="KompassSide">What is mapped.</param>
/// <param name="XeroSide">What it is mapped to.</param>
/// <param name="Unmapped">What an empty choice means.</param>
internal sealed record MappingTexts(string Title, string Path, string Lead, string KompassSide, string XeroSide, string Unmapped)
{
    public static readonly IReadOnlyList<(string Path, MappingKind Kind)> Paths =
        [("/items", MappingKind.Item), ("/accounts", MappingKind.Account), ("/tax-rates", MappingKind.TaxRate)];

    public static MappingTexts Of(MappingKind kind) => kind switch
    {
        MappingKind.Item => new(
            "Items", "/items", "Map Kompass departments and services to Xero items.", "Kompass department or service", "Xero item", "Default item"),
        MappingKind.Account => new(
            "Accounts", "/accounts", "Map Kompass nominal accounts to Xero general ledger accounts.", "Kompass nominal account", "Xero account", "Account default"),
        _ => new(
            "Tax rates", "/tax-rates", "Link Kompass VAT rates to Xero tax types.", "Kompass VAT rate", "Xero tax type", "Not linked"),
    };
}
