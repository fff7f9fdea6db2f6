namespace Kompass.Accounting;

/// <summary>A digest of what a document says: the same for a document as sent and as stored, different once somebody edits it.</summary>
internal static class DocumentDigest
{
    public static string Of(DocumentContent sent) => Hash(
        sent.Kind,
        sent.Date,
        sent.DueDate,
        sent.Lines.Select(line => Line(sent.Kind, line.Description, Money.Round(line.Quantity * line.UnitAmount), line.AccountCode ?? line.AccountId, line.TaxType)));

    public static string Of(RemoteDocument stored) => Hash(
        stored.Kind,
        stored.Date,
        stored.DueDate,
        stored.Lines.Select(line => Line(stored.Kind, line.Description, line.LineAmount, line.AccountCode ?? line.AccountId, line.TaxType)));

    private static string Line(DocumentKind kind, string? description, decimal amount, string? account, string? taxType) =>
        string.Create(CultureInfo.InvariantCulture, $"{description?.Trim()}|{amount:0.00}|{account}|{(kind == DocumentKind.Journal ? null : taxType)}");

    private static string Hash(DocumentKind kind, DateOnly date, DateOnly? due, IEnumerable<string> lines)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{kind}|{date:yyyy-MM-dd}|{(kind == DocumentKind.Invoice ? due : null):yyyy-MM-dd}");
        return ShortHash.Of(string.Join('\n', lines.Prepend(head)));
    }
}
