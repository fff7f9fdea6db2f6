namespace Kompass.Accounting;

/// <summary>A place in a source's stream of changes; opaque to the engine, written and read only by the source.</summary>
public readonly record struct SourceCursor : IParsable<SourceCursor>
{
    /// <summary>The longest value accepted, in characters.</summary>
    public const int MaximumLength = 2000;

    /// <summary>Creates the id.</summary>
    /// <param name="value">1 to 2,000 characters.</param>
    /// <exception cref="FormatException">The value is empty, too long, or holds control characters.</exception>
    public SourceCursor(string value) => Value = IdText.Require(value, MaximumLength, nameof(SourceCursor));

    /// <summary>The id as text; null only in the default value.</summary>
    public string Value { get; }

    /// <summary>Reads the id from text.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static SourceCursor Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <summary>Reads the id from text; false when the text is not such an id.</summary>
    public static bool TryParse(string? s, out SourceCursor result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out SourceCursor result)
    {
        var valid = IdText.IsValid(s, MaximumLength);
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
