namespace Kompass.Accounting.Matching;

/// <summary>Brings phone numbers into a comparable form: the last nine digits of the national number, extensions dropped.</summary>
/// <remarks>Country codes and trunk zeros as in ITU-T E.164: "+49 (0)89 12345" and "089 12345" are one.</remarks>
internal static class PhoneNumbers
{
    private const int FewestDigits = 6;
    private const int ComparedDigits = 9;
    private const string OptionalZero = "(0)";

    private static readonly string[] CountryCodes =
    [
        "1", "30", "31", "32", "33", "34", "351", "352", "353", "354", "356", "357", "358", "359", "36", "370", "371", "372", "385", "386", "39",
        "40", "41", "420", "421", "43", "44", "45", "46", "47", "48", "49", "61", "64", "65", "91",
    ];

    /// <summary>The digits that are compared, or null if there are too few to say anything.</summary>
    internal static string? Read(string folded)
    {
        var text = folded.Replace(OptionalZero, "", StringComparison.Ordinal).TrimStart();
        Span<char> digits = stackalloc char[text.Length];
        var count = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                digits[count++] = character;
            }
            else if (count >= FewestDigits && (char.IsLetter(character) || character == '#'))
            {
                // "ext 12", "x12"
                break;
            }
        }

        var number = National(digits[..count], text.StartsWith('+'));
        return number.Length < FewestDigits ? null
            : number.Length > ComparedDigits ? number[^ComparedDigits..].ToString()
            : number.TrimStart('0') is { Length: > 0 } rest ? rest.ToString() : null;
    }

    private static ReadOnlySpan<char> National(ReadOnlySpan<char> digits, bool isInternational)
    {
        if (!isInternational && !digits.StartsWith("00"))
        {
            return digits;
        }

        var number = isInternational ? digits : digits[2..];
        foreach (var code in CountryCodes)
        {
            if (number.Length - code.Length >= FewestDigits && number.StartsWith(code))
            {
                // The trunk zero is dialled at home only.
                return number[code.Length..].TrimStart('0');
            }
        }

        return digits;
    }
}
