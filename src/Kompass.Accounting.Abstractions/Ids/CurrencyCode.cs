namespace Kompass.Accounting;

/// <summary>A currency by its ISO 4217 code: three capital letters, such as GBP.</summary>
public readonly record struct CurrencyCode : IParsable<CurrencyCode>
{
    /// <summary>Creates the code.</summary>
    /// <param name="value">Three letters; small letters are capitalised.</param>
    /// <exception cref="FormatException">The value is not three ASCII letters.</exception>
    public CurrencyCode(string value) =>
        Value = IsValid(value)
            ? value.ToUpperInvariant()
            : throw new FormatException($"'{value}' is not a currency: expected three letters, such as GBP.");

    /// <summary>The three capital letters; null only in the default value.</summary>
    public string Value { get; }

    /// <summary>Reads the code from text.</summary>
    /// <exception cref="FormatException">The text is not three ASCII letters.</exception>
    public static CurrencyCode Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <summary>Reads the code from text; false when the text is not three ASCII letters.</summary>
    public static bool TryParse(string? s, out CurrencyCode result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out CurrencyCode result)
    {
        var valid = IsValid(s);
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;

    private static bool IsValid(string? value) => value is { Length: 3 } && value.All(char.IsAsciiLetter);
}
