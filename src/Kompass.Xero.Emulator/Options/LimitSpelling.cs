namespace Kompass.Xero.Emulator;

/// <summary>How <c>X-Rate-Limit-Problem</c> spells the limits.</summary>
public enum LimitSpelling
{
    /// <summary><c>minute</c>, <c>day</c>, <c>concurrent</c>, <c>appminute</c>.</summary>
    LowerCase,

    /// <summary><c>Minute</c>, <c>Daily</c>, <c>Concurrent</c>, <c>App</c>.</summary>
    Capitalised,

    /// <summary>The header is not sent: only the remaining counts tell.</summary>
    Absent,
}
