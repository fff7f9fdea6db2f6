namespace Kompass.Accounting;

/// <summary>The marker at the end of a journal's narration, by which a journal is found again: it has no number.</summary>
internal static class JournalMarker
{
    /// <summary>Whether a narration ends with a marker of ours, whichever document's.</summary>
    public static bool IsIn(string? narration) =>
        narration?.TrimEnd() is { } text && text.EndsWith(":r1]", StringComparison.Ordinal) && text.Contains("[KB:JRN:", StringComparison.Ordinal);

    public static string For(InvoiceId invoice) => $"[KB:JRN:{invoice.Value}:r1]";

    /// <summary>The marker at the end of a narration; null where there is none.</summary>
    public static string? In(string? narration)
    {
        var text = narration?.TrimEnd() ?? string.Empty;
        var begin = text.LastIndexOf("[KB:JRN:", StringComparison.Ordinal);
        return begin >= 0 && text.EndsWith(']') ? text[begin..] : null;
    }

    /// <summary>
    /// The narration. A journal that is not dated as in Kompass says so here and not in a note of its own: the text arrives together
    /// with the journal, so that it can neither be lost nor be written twice.
    /// </summary>
    public static string Narrate(Invoice invoice, DateOnly date, LedgerLimits limits)
    {
        var end = date == invoice.Date
            ? For(invoice.Id)
            : $"(dated {invoice.Date:yyyy-MM-dd} in Kompass, in a period that is locked) {For(invoice.Id)}";
        var text = string.IsNullOrWhiteSpace(invoice.Details) ? invoice.Reference : invoice.Details.Trim();
        var room = limits.Description - end.Length - 1;
        return $"{(text.Length > room ? text[..room] : text)} {end}";
    }
}
