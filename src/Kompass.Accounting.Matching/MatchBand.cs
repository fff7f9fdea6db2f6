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

    /// <summary>
    /// The same. The names say the same thing (legal forms and slips of the pen aside) and nobody else on either side has that name or comes
    /// near, or a register or tax number that is unique on both sides proves it; and no company, tax or account number contradicts. One or two
    /// other fields may differ, such as an old phone number or address: three that differ while none agrees keep a pair out.
    /// </summary>
    High = 3,
}
