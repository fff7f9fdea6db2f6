namespace Kompass.Xero.Emulator;

/// <summary>Exchange rates of the day, always the same so that runs repeat.</summary>
internal static class DayRates
{
    public static decimal Of(string currency, EmulatorSwitches switches)
    {
        var perBase = currency switch
        {
            "EUR" => 1.15m,
            "USD" => 1.27m,
            "AUD" => 1.95m,
            "NZD" => 2.10m,
            "GBP" => 0.80m,
            _ => 1.50m,
        };
        return switches.CurrencyRateIsPerBaseUnit ? perBase : Math.Round(1 / perBase, 6, MidpointRounding.AwayFromZero);
    }
}
