using System.Globalization;

namespace Kompass.Xero.AspNetCore;

internal static class ReportNames
{
    public static string FileOf(ReconciliationReport report) =>
        $"xero-contacts-{report.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)}.csv";
}
