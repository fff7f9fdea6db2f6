using System.Globalization;
using System.Text;
using CsvHelper;
using Kompass.Accounting;
using Kompass.Xero.AspNetCore;

namespace Kompass.Benchmarks;

/// <summary>Puts into memory what people had made before they open a page: a shadow report, and a reviewed file that was checked.</summary>
internal static class PagesShelves
{
    private const int ShadowRows = 5000;

    public static async Task<string> FillAsync(PagesSite site, FilledStore filled, CancellationToken cancellationToken)
    {
        var configuration = await site.Get<IConfigurationStore>().GetAsync(filled.Configuration, cancellationToken)
            ?? throw new InvalidOperationException("The configuration is gone.");
        site.Get<ShadowShelf>().Put(Shadow(configuration, site.Get<PlanShelf>().Get(configuration)!.Plan));

        var file = await ReviewAsync(site, filled, cancellationToken);
        var result = await site.Get<IReconciler>().ImportAsync(filled.Configuration, new MemoryStream(file), new(OneAdministrator.Name, DryRun: true), cancellationToken);
        return site.Get<UploadShelf>().Put(new(file, "reviewed.csv", result), filled.Configuration, OneAdministrator.Name);
    }

    private static ShadowReport Shadow(SyncConfiguration configuration, SyncPlan plan) => new()
    {
        ConfigurationId = configuration.Id,
        From = new(2026, 9, 1),
        CreatedAt = plan.CreatedAt,
        Plan = plan,
        Rows =
        [
            .. Enumerable.Range(0, ShadowRows).Select(index => new ShadowRow
            {
                Status = (ShadowStatus)(index % Enum.GetValues<ShadowStatus>().Length),
                Title = string.Create(CultureInfo.InvariantCulture, $"INV-{index:D7}"),
                Kind = DocumentKind.Invoice,
                Differences = [new("Net", "100.00", "110.00"), new("Account", "4000 Sales", "4010 Other sales of the department")],
            }),
        ],
    };

    /// <summary>The report as a reviewer sends it back: every open row is to be linked.</summary>
    private static async Task<byte[]> ReviewAsync(PagesSite site, FilledStore filled, CancellationToken cancellationToken)
    {
        var report = await site.Get<IReconciliationStore>().GetAsync(filled.Report, cancellationToken)
            ?? throw new InvalidOperationException("The comparison is gone.");
        using var exported = new MemoryStream();
        await site.Get<IReconciler>().WriteCsvAsync(report, exported, cancellationToken);
        using var reader = CsvReader.FromText(Encoding.UTF8.GetString(exported.ToArray()).TrimStart((char)0xFEFF));
        var text = new StringBuilder(string.Join(',', reader.Headers)).Append("\r\n");
        while (reader.Read())
        {
            var isOpen = reader.GetString("status") == "candidate";
            text.AppendJoin(',', reader.Headers.Select(column => Quoted(column == "decision" && isOpen ? "link" : reader.GetString(column)))).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string? cell) => $"\"{cell?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
