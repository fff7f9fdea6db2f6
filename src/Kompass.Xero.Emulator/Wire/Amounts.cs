namespace Kompass.Xero.Emulator;

/// <summary>Rounding of money.</summary>
internal static class Amounts
{
    /// <summary>Two decimals, halves away from zero, written with both decimals.</summary>
    public static decimal Money(decimal value) => Scaled(value, 2);

    /// <summary>So many decimals, halves away from zero, written with all of them.</summary>
    public static decimal Scaled(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero) + new decimal(0, 0, 0, false, (byte)decimals);

    /// <summary>Tax to two decimals; what becomes of a negative half is a switch, since Xero's behaviour is not known.</summary>
    public static decimal Tax(decimal value, NegativeHalfRounding negativeHalves) =>
        value < 0 && negativeHalves == NegativeHalfRounding.TowardsZero
            ? -(Math.Ceiling((-value * 100) - 0.5m) / 100) + 0.00m
            : Money(value);
}
