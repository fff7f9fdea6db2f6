namespace Kompass.Accounting;

/// <summary>The marker at the end of a journal's narration, by which a journal is found again: it has no number.</summary>
internal static class JournalMarker
{
    /// <summary>Whether a narration ends with a marker of ours, whichever document's.</summary>
    public static bool IsIn(string? narration) =>
        narration?.TrimEnd() is { } text && text.EndsWith(":r1]", StringComparison.Ordinal) && text.Contains("[KB:JRN:", StringComparison.Ordinal);

    public static string For(InvoiceId invoice) => $"[KB:JRN:{invoice.Value}:r1]";

    public static string Narrate(Invoice invoice, LedgerLimits limits)
    {
        var marker = For(invoice.Id);
        var text = string.IsNullOrWhiteSpace(invoice.Details) ? invoice.Reference : invoice.Details.Trim();
        var room = limits.Description - marker.Length - 1;
        return $"{(text.Length > room ? text[..room] : text)} {marker}";
    }
}
