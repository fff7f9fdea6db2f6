namespace Kompass.Accounting;

/// <summary>Checks what a configuration allows for totals that differ, and the date up to which VAT was filed.</summary>
internal static class DifferenceRules
{
    private const decimal Smallest = 0.01m;
    private const decimal Largest = 1.00m;

    public static IEnumerable<ConfigurationProblem> Check(DocumentSettings settings)
    {
        if (!Enum.IsDefined(settings.Differences))
        {
            yield return new(
                nameof(DocumentSettings.Differences),
                $"{nameof(DocumentSettings.Differences)} holds no known policy. Choose Hold, RoundingLine or TaxAmounts.");
        }

        if (settings is { Differences: DifferencePolicy.RoundingLine, RoundingAccountId: null or "" })
        {
            yield return new(
                nameof(DocumentSettings.RoundingAccountId),
                "A rounding line needs an account. Choose the organisation's rounding account, or hold documents that differ.");
        }

        foreach (var (name, amount) in new[]
        {
            (nameof(DocumentSettings.RoundingLimit), settings.RoundingLimit),
            (nameof(DocumentSettings.TaxAmountTolerance), settings.TaxAmountTolerance),
        })
        {
            if (amount is < Smallest or > Largest || !Money.Fits(amount, 2))
            {
                yield return new(name, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} is {amount}. Choose an amount from {Smallest} to {Largest} with at most two decimals."));
            }
        }
    }

    /// <summary>VAT is filed for days that are over, wherever the organisation is.</summary>
    public static IEnumerable<ConfigurationProblem> CheckFiled(DocumentSettings settings, DateTimeOffset now)
    {
        var latest = DateOnly.FromDateTime(now.UtcDateTime.AddHours(14));
        if (settings.VatFiledTo > latest)
        {
            yield return new(
                nameof(DocumentSettings.VatFiledTo),
                $"VAT cannot have been filed up to {settings.VatFiledTo:yyyy-MM-dd}, which lies in the future. Enter the last day of the last VAT return.");
        }
    }
}
