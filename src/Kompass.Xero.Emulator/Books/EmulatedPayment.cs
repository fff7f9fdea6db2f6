namespace Kompass.Xero.Emulator;

/// <summary>A payment of an invoice, or a refund of a credit note. Immutable.</summary>
public sealed record EmulatedPayment
{
    /// <summary>The payment's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The document that is paid.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>The amount in the document's currency.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The account that receives or pays it.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The reference.</summary>
    public string? Reference { get; init; }

    /// <summary>AUTHORISED or DELETED. Default: AUTHORISED.</summary>
    public string Status { get; init; } = "AUTHORISED";

    /// <summary>When it was last written.</summary>
    public DateTimeOffset UpdatedDateUtc { get; init; }
}
