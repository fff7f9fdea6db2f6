using System.Collections.Frozen;
using System.Text;

namespace Kompass.Accounting;

/// <summary>The members of an enumeration as values of tags: small letters with underscores.</summary>
internal static class TagValue
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Values<TEnum>.All.GetValueOrDefault(value, "other");

    private static string Write(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static class Values<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> All =
            Enum.GetValues<TEnum>().Distinct().ToFrozenDictionary(value => value, value => Write(value.ToString()));
    }
}
