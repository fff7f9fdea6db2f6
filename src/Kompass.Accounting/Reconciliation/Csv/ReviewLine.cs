namespace Kompass.Accounting;

/// <summary>One row of a review file as it was typed, protection taken off and trimmed. Blank cells are empty texts.</summary>
internal sealed record ReviewLine
{
    /// <summary>The row as a spreadsheet numbers it: the header is row 1, and a row with line breaks in a cell is one row.</summary>
    public required int Line { get; init; }

    public required string ContactId { get; init; }

    public required string ClientId { get; init; }

    public required string ClientName { get; init; }

    public required string Decision { get; init; }

    /// <summary>The row's number within its report.</summary>
    public required string Row { get; init; }

    public required string Report { get; init; }
}
