namespace Kompass.Accounting.Matching;

/// <summary>Recognises a postal code of which one side gives the first part only: "LS1" / "LS1 4AB" in the United Kingdom, "60652" / "60652-1234" in the United States.</summary>
internal static class PostalAreas
{
    private const int InwardLetters = 3;
    private const int ZipDigits = 5;
    private const int ZipPlusFourDigits = 9;

    /// <summary>Whether one code, in letters and digits, is the first part of the other and no more.</summary>
    internal static bool AreOne(string? left, string? right)
    {
        if (left is null || right is null || left.Length == right.Length)
        {
            return false;
        }

        var (area, whole) = left.Length < right.Length ? (left, right) : (right, left);
        return whole.StartsWith(area, StringComparison.Ordinal) && (IsOutward(area, whole) || IsZip(area, whole));
    }

    private static bool IsOutward(string area, string whole) =>
        whole.Length == area.Length + InwardLetters && area.Length is >= 2 and <= 4 && char.IsAsciiLetter(area[0]) && area.AsSpan(1).ContainsAnyInRange('0', '9')
        && whole[^InwardLetters..] is [>= '0' and <= '9', >= 'a' and <= 'z', >= 'a' and <= 'z'];

    private static bool IsZip(string area, string whole) =>
        area.Length == ZipDigits && whole.Length == ZipPlusFourDigits && whole.All(char.IsAsciiDigit);
}
