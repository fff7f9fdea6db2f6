namespace Kompass.Accounting;

/// <summary>Identifies an entry of the credential store.</summary>
public readonly record struct CredentialId : IParsable<CredentialId>
{
    /// <summary>The longest value accepted, in characters.</summary>
    public const int MaximumLength = 200;

    /// <summary>Creates the id.</summary>
    /// <param name="value">1 to 200 characters.</param>
    /// <exception cref="FormatException">The value is empty, too long, or holds control characters.</exception>
    public CredentialId(string value) => Value = IdText.Require(value, MaximumLength, nameof(CredentialId));

    /// <summary>The id as text; null only in the default value.</summary>
    public string Value { get; }

    /// <summary>Reads the id from text.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static CredentialId Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <summary>Reads the id from text; false when the text is not such an id.</summary>
    public static bool TryParse(string? s, out CredentialId result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out CredentialId result)
    {
        var valid = IdText.IsValid(s, MaximumLength);
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
