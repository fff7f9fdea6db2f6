namespace Kompass.Accounting;

/// <summary>Identifies one intended change of the ledger; never changes, however often it is attempted.</summary>
/// <param name="Value">The id.</param>
public readonly record struct OperationId(Guid Value) : IParsable<OperationId>
{
    /// <summary>Reads the id from text in any of the usual GUID notations.</summary>
    /// <exception cref="FormatException">The text is not a GUID.</exception>
    public static OperationId Parse(string s, IFormatProvider? provider = null) => new(Guid.Parse(s, provider));

    /// <summary>Reads the id from text; false when the text is not a GUID.</summary>
    public static bool TryParse(string? s, out OperationId result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out OperationId result)
    {
        var valid = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
