namespace Kompass.Accounting;

/// <summary>Identifies an organisation in the ledger (a tenant); opaque, compared ordinally.</summary>
public readonly record struct RemoteOrganisationId : IParsable<RemoteOrganisationId>
{
    /// <summary>The longest value accepted, in characters.</summary>
    public const int MaximumLength = 100;

    /// <summary>Creates the id.</summary>
    /// <param name="value">1 to 100 characters, as the ledger writes it.</param>
    /// <exception cref="FormatException">The value is empty, too long, or holds control characters.</exception>
    public RemoteOrganisationId(string value) => Value = IdText.Require(value, MaximumLength, nameof(RemoteOrganisationId));

    /// <summary>The id as text; null only in the default value.</summary>
    public string Value { get; }

    /// <summary>Reads the id from text.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static RemoteOrganisationId Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <summary>Reads the id from text; false when the text is not such an id.</summary>
    public static bool TryParse(string? s, out RemoteOrganisationId result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out RemoteOrganisationId result)
    {
        var valid = IdText.IsValid(s, MaximumLength);
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
