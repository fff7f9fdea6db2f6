namespace Kompass.Accounting.Matching;

/// <summary>Brings the corroborating fields into a comparable form.</summary>
internal static class FieldNormalizer
{
    private const int MaximumLength = 256;
    private const int FewestPhoneDigits = 6;
    private const int ComparedPhoneDigits = 9;

    internal static NormalizedFields Read(MatchRecord record, MatchFields fields)
    {
        if (IsBlank(record))
        {
            return NormalizedFields.None;
        }

        var email = fields.HasFlag(MatchFields.Email) ? Email(record.EmailAddress) : null;
        return new()
        {
            Email = email,
            Domain = email is null ? null : MailDomains.CompanyDomain(email),
            Phone = fields.HasFlag(MatchFields.Phone) ? Phone(record.Phone) : null,
            CompanyNumber = fields.HasFlag(MatchFields.CompanyNumber) ? Number(record.CompanyNumber, 3) : null,
            TaxNumber = fields.HasFlag(MatchFields.TaxNumber) ? TaxNumber(record.TaxNumber) : null,
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

    private static string? Phone(string? text)
    {
        var digits = new string([.. TextFolding.Fold(Cut(text)).Where(char.IsAsciiDigit)]);
        return digits.Length < FewestPhoneDigits ? null
            : digits.Length > ComparedPhoneDigits ? digits[^ComparedPhoneDigits..]
            : WithoutZeros(digits);
    }

    private static string? TaxNumber(string? text)
    {
        var number = Letters(text, 4);
        return number is [>= 'a' and <= 'z', >= 'a' and <= 'z', .., >= '0' and <= '9'] or [>= 'a' and <= 'z', >= 'a' and <= 'z', >= '0' and <= '9', ..]
            ? WithoutZeros(number[2..])
            : WithoutZeros(number);
    }

    private static string? Number(string? text, int fewest) => WithoutZeros(Letters(text, fewest));

    private static string? WithoutZeros(string? number) => number?.TrimStart('0') is { Length: > 0 } rest ? rest : null;

    private static string? Letters(string? text, int fewest)
    {
        var letters = new string([.. TextFolding.Fold(Cut(text)).Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        return letters.Length >= fewest ? letters : null;
    }

    private static string Cut(string? text) => text is null ? "" : text.Length > MaximumLength ? text[..MaximumLength] : text;
}
