namespace Kompass.Accounting;

/// <summary>One row of a file, protection taken off and trimmed. Blank cells are empty texts.</summary>
internal sealed record TableRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column) ?? "";
}
