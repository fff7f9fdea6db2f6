namespace Kompass.Xero;

/// <summary>What Xero says is left, as of one answer. A value that was not sent is <see langword="null"/>.</summary>
internal readonly record struct XeroLimits(int? Minute, int? Day, int? AppMinute)
{
    public static XeroLimits Read(HttpResponseMessage response) => new(
        Number(response, "X-MinLimit-Remaining"),
        Number(response, "X-DayLimit-Remaining"),
        Number(response, "X-AppMinLimit-Remaining"));

    private static int? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values)
        && int.TryParse(values.FirstOrDefault(), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
