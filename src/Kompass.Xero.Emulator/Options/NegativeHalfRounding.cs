namespace Kompass.Xero.Emulator;

/// <summary>How a negative half penny is rounded.</summary>
public enum NegativeHalfRounding
{
    /// <summary>-0.005 becomes -0.01.</summary>
    AwayFromZero,

    /// <summary>-0.005 becomes 0.00.</summary>
    TowardsZero,
}
