namespace Kompass.Xero.AspNetCore;

/// <summary>One row of a comparison with all the evidence about it.</summary>
internal sealed record RowModel(Selection Selection, ContactReview Review, ReviewedRow Row, ReviewQuery Query) : ISelectionModel
{
    /// <summary>The newest invoices of the contact; null when they were not read.</summary>
    public IReadOnlyList<ContactInvoice>? Invoices { get; init; }

    /// <summary>Why they were not read.</summary>
    public string? NotRead { get; init; }

    /// <summary>What was searched for; null when nothing was.</summary>
    public string? Search { get; init; }

    public IReadOnlyList<FoundClient> Found { get; init; } = [];

    public bool IsCutShort { get; init; }

    /// <summary>Why nothing was decided; null when nothing was tried.</summary>
    public string? Problem { get; init; }

    /// <summary>True when it is the choice of another client that was refused.</summary>
    public bool IsChoiceRefused { get; init; }

    /// <summary>The other client that was chosen; null when none was.</summary>
    public ClientId? Chosen { get; init; }
}
