namespace Kompass.Accounting;

internal static class IdText
{
    public static bool IsValid(string? value, int maximumLength) =>
        !string.IsNullOrWhiteSpace(value) && value.Length <= maximumLength && !value.Any(char.IsControl);

    public static string Require(string? value, int maximumLength, string type) =>
        IsValid(value, maximumLength)
            ? value!
            : throw new FormatException($"'{value}' is not a {type}: expected 1 to {maximumLength} characters without control characters.");
}
