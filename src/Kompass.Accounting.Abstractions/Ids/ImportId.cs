namespace Kompass.Accounting;

/// <summary>Identifies one take-over of an earlier integration's records.</summary>
/// <param name="Value">The id.</param>
public readonly record struct ImportId(Guid Value) : IParsable<ImportId>
{
    /// <summary>Reads the id from text in any of the usual GUID notations.</summary>
    /// <exception cref="FormatException">The text is not a GUID.</exception>
    public static ImportId Parse(string s, IFormatProvider? provider = null) => new(Guid.Parse(s, provider));

    /// <summary>Reads the id from text; false when the text is not a GUID.</summary>
    public static bool TryParse(string? s, out ImportId result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out ImportId result)
    {
        var valid = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
