using System.Globalization;

namespace Kompass.Xero.AspNetCore;

/// <summary>What was typed into the part of the form that is about documents. A field that the form did not have leaves its setting alone.</summary>
internal sealed record DocumentForm
{
    public string? VatFiledTo { get; init; }

    public bool RedateLockedJournals { get; init; }

    public string? Differences { get; init; }

    public string? RoundingAccountId { get; init; }

    public string? RoundingLimit { get; init; }

    public string? TaxAmountTolerance { get; init; }

    public static DocumentForm From(DocumentSettings settings) => new()
    {
        VatFiledTo = Texts.Day(settings.VatFiledTo),
        RedateLockedJournals = settings.RedateLockedJournals,
        Differences = settings.Differences.ToString(),
        RoundingAccountId = settings.RoundingAccountId,
        RoundingLimit = Texts.Money(settings.RoundingLimit),
        TaxAmountTolerance = Texts.Money(settings.TaxAmountTolerance),
    };

    public static DocumentForm From(IFormCollection form)
    {
        return new()
        {
            VatFiledTo = Text("vatfiled"),
            RedateLockedJournals = form.ContainsKey("redate"),
            Differences = Text("differences"),
            RoundingAccountId = Text("rounding"),
            RoundingLimit = Text("roundinglimit"),
            TaxAmountTolerance = Text("tolerance"),
        };

        string? Text(string name) => form.TryGetValue(name, out var value) ? value.ToString().Trim() : null;
    }

    /// <summary>What can be told from the form alone.</summary>
    public IEnumerable<ConfigurationProblem> Check()
    {
        if (VatFiledTo is { Length: > 0 } && Day() is null)
        {
            yield return new(nameof(DocumentSettings.VatFiledTo), $"'{VatFiledTo}' is not a date. Enter it as year-month-day, such as 2026-03-31.");
        }

        if (Differences is { } policy && !Enum.TryParse<DifferencePolicy>(policy, out _))
        {
            yield return new(nameof(DocumentSettings.Differences), "Choose what is done with differences from the list.");
        }

        foreach (var (name, text) in new[]
        {
            (nameof(DocumentSettings.RoundingLimit), RoundingLimit),
            (nameof(DocumentSettings.TaxAmountTolerance), TaxAmountTolerance),
        })
        {
            if (text is not null && Amount(text) is null)
            {
                yield return new(name, $"'{text}' is not an amount. Enter one such as 0.05.");
            }
        }
    }

    public DocumentSettings Apply(DocumentSettings settings) => settings with
    {
        VatFiledTo = VatFiledTo is null ? settings.VatFiledTo : Day(),
        RedateLockedJournals = RedateLockedJournals,
        Differences = Enum.TryParse<DifferencePolicy>(Differences, out var policy) ? policy : settings.Differences,
        RoundingAccountId = RoundingAccountId is null ? settings.RoundingAccountId : RoundingAccountId.Length == 0 ? null : RoundingAccountId,
        RoundingLimit = Amount(RoundingLimit) ?? settings.RoundingLimit,
        TaxAmountTolerance = Amount(TaxAmountTolerance) ?? settings.TaxAmountTolerance,
    };

    private static decimal? Amount(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private DateOnly? Day() =>
        DateOnly.TryParseExact(VatFiledTo, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
