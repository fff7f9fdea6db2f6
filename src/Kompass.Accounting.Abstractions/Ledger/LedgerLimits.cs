namespace Kompass.Accounting;

/// <summary>What a ledger takes at most, so that a record that cannot be stored is held before it is sent.</summary>
public sealed record LedgerLimits
{
    /// <summary>Longest name of a contact, in characters. Default: 255.</summary>
    public int ContactName { get; init; } = 255;

    /// <summary>Longest contact number, in characters. Default: 50.</summary>
    public int ContactNumber { get; init; } = 50;

    /// <summary>Longest document number and reference, in characters. Default: 255.</summary>
    public int DocumentNumber { get; init; } = 255;

    /// <summary>Longest description of a line and longest narration, in characters. Default: 4,000.</summary>
    public int Description { get; init; } = 4000;

    /// <summary>Decimals of a quantity or unit amount. Default: 4.</summary>
    public int UnitDecimals { get; init; } = 4;

    /// <summary>Calls that an organisation takes in any minute. At least 1; default: 60.</summary>
    public int CallsPerMinute { get; init; } = 60;

    /// <summary>Calls that an organisation takes in a day. At least 1; default: 5,000.</summary>
    public int CallsPerDay { get; init; } = 5000;

    /// <summary>Characters that a contact's name must not hold. Default: <c>&lt;&gt;</c>.</summary>
    public string ForbiddenInName { get; init; } = "<>";
}
