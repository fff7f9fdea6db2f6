namespace Kompass.Accounting.Matching;

/// <summary>What a confidence means for the person who reviews it. Ordered from nothing to certain.</summary>
public enum MatchBand
{
    /// <summary>Below <see cref="MatchOptions.Low"/>: not worth a look.</summary>
    None = 0,

    /// <summary>Worth a look only if nothing better is found.</summary>
    Low = 1,

    /// <summary>Probably the same; a person decides.</summary>
    Medium = 2,

    /// <summary>The same: unique on both sides, no field contradicts, and the names say the same thing.</summary>
    High = 3,
}
