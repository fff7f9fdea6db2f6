namespace Kompass.Xero.AspNetCore;

/// <summary>One planned change.</summary>
/// <param name="Record">The Kompass record.</param>
/// <param name="Title">The number or name by which people know it.</param>
/// <param name="Day">The document's date; null for contacts.</param>
/// <param name="Totals">What the document comes to; null where no document is created or changed.</param>
/// <param name="Currency">The currency of the totals.</param>
internal sealed record PlanLine(RecordKey Record, string Title, DateOnly? Day = null, DocumentTotals? Totals = null, CurrencyCode? Currency = null)
{
    public static PlanLine Of(PlannedOperation operation) => operation switch
    {
        CreateDocument create => new(create.Record, create.Title, create.Content.Date, create.Expected, create.Content.Currency),
        UpdateDocument update => new(update.Record, update.Title, update.Content.Date, update.Expected, update.Content.Currency),
        _ => new(operation.Record, operation.Title),
    };
}
