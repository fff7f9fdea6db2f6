namespace Kompass.Accounting;

/// <summary>Identifies an invoice, credit note or journal of Kompass; opaque, compared ordinally, one sequence whatever the kind.</summary>
public readonly record struct InvoiceId : IParsable<InvoiceId>
{
    /// <summary>The longest value accepted, in characters.</summary>
    public const int MaximumLength = 100;

    /// <summary>Creates the id.</summary>
    /// <param name="value">1 to 100 characters.</param>
    /// <exception cref="FormatException">The value is empty, too long, or holds control characters.</exception>
    public InvoiceId(string value) => Value = IdText.Require(value, MaximumLength, nameof(InvoiceId));

    /// <summary>The id as text; null only in the default value.</summary>
    public string Value { get; }

    /// <summary>Reads the id from text.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static InvoiceId Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <summary>Reads the id from text; false when the text is not such an id.</summary>
    public static bool TryParse(string? s, out InvoiceId result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out InvoiceId result)
    {
        var valid = IdText.IsValid(s, MaximumLength);
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
