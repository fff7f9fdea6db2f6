namespace Kompass.Accounting;

/// <summary>The rounding of the books: half away from zero, two decimals.</summary>
public static class Money
{
    /// <summary>Rounds an amount to two decimals, half away from zero.</summary>
    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>Whether a value has at most the given number of decimals, trailing zeros aside.</summary>
    public static bool Fits(decimal value, int decimals) => decimal.Round(value, decimals) == value;
}
