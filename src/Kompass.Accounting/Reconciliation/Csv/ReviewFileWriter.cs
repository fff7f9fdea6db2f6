using CsvHelper;

namespace Kompass.Accounting;

/// <summary>Writes a report as a review file: UTF-8 with a byte-order mark, comma, CRLF, invariant numbers.</summary>
internal sealed class ReviewFileWriter(ProviderDescriptor provider)
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Quoting = CsvQuoting.WhenNeededOrWhitespace };

    public async Task WriteAsync(ReconciliationReport report, Stream destination, CancellationToken cancellationToken)
    {
        await using var writer = CsvWriter.Create(destination, Options, leaveOpen: true);
        await WriteAsync(writer, new ReviewColumns(provider).All, cancellationToken);
        for (var index = 0; index < report.Rows.Count; index++)
        {
            await WriteAsync(writer, Cells(report, report.Rows[index], index == 0), cancellationToken);
        }

        await writer.FlushAsync(cancellationToken);
    }

    private static async Task WriteAsync(CsvWriter writer, IReadOnlyList<string?> cells, CancellationToken cancellationToken)
    {
        foreach (var cell in cells)
        {
            writer.WriteField(SpreadsheetText.Protect(cell));
        }

        await writer.EndRecordAsync(cancellationToken);
    }

    private static IReadOnlyList<string?> Cells(ReconciliationReport report, ReconciliationRow row, bool isFirst) =>
    [
        row.Contact?.Id.Value,
        row.Contact?.Name,
        row.Client?.Id.Value,
        row.Client?.Name,
        row.Confidence?.ToString("0.0#", CultureInfo.InvariantCulture),
        Word(row.Band),
        row.Reason,
        Word(row.Status),
        Word(row.Decision),
        isFirst ? report.Remaining.ToString(CultureInfo.InvariantCulture) : null,
        row.Contact?.StateWord,
        row.Contact?.EmailAddress,
        row.Client?.EmailAddress,
        row.Contact?.Address?.PostalCode,
        row.Client?.Address?.PostalCode,
        row.Contact?.PhoneNumber,
        row.Client?.PhoneNumber,
        Role(row.Contact),
        row.Contact?.Outstanding?.ToString("0.00", CultureInfo.InvariantCulture),
        row.Contact?.ContactNumber,
        row.Number.ToString(CultureInfo.InvariantCulture),
        report.Id.ToString(),
    ];

    private static string Word(ConfidenceBand band) => band switch
    {
        ConfidenceBand.High => "high",
        ConfidenceBand.Medium => "medium",
        ConfidenceBand.Low => "low",
        _ => "none",
    };

    private static string Word(ReconciliationStatus status) => status switch
    {
        ReconciliationStatus.Candidate => "candidate",
        ReconciliationStatus.ContactOnly => "contact only",
        ReconciliationStatus.ClientOnly => "client only",
        _ => "linked",
    };

    private static string? Word(ReviewDecision? decision) => decision switch
    {
        ReviewDecision.Create => ReviewWords.Create,
        ReviewDecision.Ignore => ReviewWords.Ignore,
        _ => null,
    };

    private static string? Role(RemoteContact? contact) => contact switch
    {
        { IsCustomer: true, IsSupplier: true } => "customer and supplier",
        { IsCustomer: true } => "customer",
        { IsSupplier: true } => "supplier",
        _ => null,
    };
}
