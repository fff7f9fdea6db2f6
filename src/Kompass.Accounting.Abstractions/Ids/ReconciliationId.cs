namespace Kompass.Accounting;

/// <summary>Identifies one comparison of contacts and clients.</summary>
/// <param name="Value">The id.</param>
public readonly record struct ReconciliationId(Guid Value) : IParsable<ReconciliationId>
{
    /// <summary>Reads the id from text in any of the usual GUID notations.</summary>
    /// <exception cref="FormatException">The text is not a GUID.</exception>
    public static ReconciliationId Parse(string s, IFormatProvider? provider = null) => new(Guid.Parse(s, provider));

    /// <summary>Reads the id from text; false when the text is not a GUID.</summary>
    public static bool TryParse(string? s, out ReconciliationId result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out ReconciliationId result)
    {
        var valid = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
