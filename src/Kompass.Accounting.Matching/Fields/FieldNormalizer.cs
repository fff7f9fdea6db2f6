namespace Kompass.Accounting.Matching;

/// <summary>Brings the corroborating fields into a comparable form.</summary>
internal static class FieldNormalizer
{
    private const int MaximumLength = 256;
    private const string Vat = "vat";

    internal static NormalizedFields Read(MatchRecord record, MatchFields fields)
    {
        if (IsBlank(record))
        {
            return NormalizedFields.None;
        }

        var tax = fields.HasFlag(MatchFields.TaxNumber) ? TaxNumber(record.TaxNumber) : default;
        var email = fields.HasFlag(MatchFields.Email) ? Email(record.EmailAddress) : null;
        return new()
        {
            Email = email,
            Domain = email is null ? null : MailDomains.CompanyDomain(email),
            Phone = fields.HasFlag(MatchFields.Phone) ? PhoneNumbers.Read(TextFolding.Fold(Cut(record.Phone))) : null,
            CompanyNumber = fields.HasFlag(MatchFields.CompanyNumber) ? Number(record.CompanyNumber, 3) : null,
            TaxNumber = tax.Number,
            TaxCountry = tax.Country,
            AccountNumber = fields.HasFlag(MatchFields.AccountNumber) ? Number(record.AccountNumber, 1) : null,
            PostalCode = fields.HasFlag(MatchFields.PostalCode) ? Letters(record.PostalCode, 3) : null,
            Street = fields.HasFlag(MatchFields.AddressLine) ? Street.Read(record.AddressLine) : null,
        };
    }

    private static bool IsBlank(MatchRecord record) =>
        (record.EmailAddress ?? record.Phone ?? record.CompanyNumber ?? record.TaxNumber ?? record.AccountNumber ?? record.PostalCode ?? record.AddressLine) is null;

    private static string? Email(string? text)
    {
        var address = Cut(text).Trim().ToLowerInvariant();
        var at = address.LastIndexOf('@');
        return at > 0 && address.IndexOf('.', at) > at + 1 && !address.Any(char.IsWhiteSpace) ? address : null;
    }

    private static (string? Country, string? Number) TaxNumber(string? text)
    {
        var number = Letters(text, 4);
        number = number?.StartsWith(Vat, StringComparison.Ordinal) == true ? number[Vat.Length..] : number;
        return number is [>= 'a' and <= 'z', >= 'a' and <= 'z', .., >= '0' and <= '9'] or [>= 'a' and <= 'z', >= 'a' and <= 'z', >= '0' and <= '9', ..]
            ? (Country(number[..2]), WithoutZeros(number[2..]))
            : (null, WithoutZeros(number));
    }

    // Northern Ireland and Great Britain have one register; Greece writes EL.
    private static string Country(string prefix) => prefix switch
    {
        "xi" => "gb",
        "gr" => "el",
        _ => prefix,
    };

    private static string? Number(string? text, int fewest) => WithoutZeros(Letters(text, fewest));

    private static string? WithoutZeros(string? number) => number?.TrimStart('0') is { Length: > 0 } rest ? rest : null;

    private static string? Letters(string? text, int fewest)
    {
        var letters = new string([.. TextFolding.Fold(Cut(text)).Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        return letters.Length >= fewest ? letters : null;
    }

    private static string Cut(string? text) => text is null ? "" : text.Length > MaximumLength ? text[..MaximumLength] : text;
}
