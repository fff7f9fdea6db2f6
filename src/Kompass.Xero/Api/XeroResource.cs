using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>One kind of record of the Accounting API: where it lies, how it is framed, what identifies it.</summary>
internal sealed record XeroResource<TRead, TWrite>
    where TRead : class
    where TWrite : class
{
    /// <summary>The path below the API's base, and the key of the answer.</summary>
    public required string Path { get; init; }

    public required Func<Envelope, IReadOnlyList<TRead>?> Records { get; init; }

    public required Func<IReadOnlyList<TWrite>, WriteEnvelope> Frame { get; init; }

    public required Func<TRead, string?> Id { get; init; }

    /// <summary>What identifies a record that has no id yet.</summary>
    public required Func<TRead, string?> NaturalKey { get; init; }

    public required Func<TWrite, string?> SentId { get; init; }

    public required Func<TWrite, string?> SentKey { get; init; }

    public bool IsPaged { get; init; } = true;

    /// <summary>Whether unit amounts need <c>unitdp=4</c> to keep their decimals.</summary>
    public bool HasUnitAmounts { get; init; }

    /// <summary>
    /// An order that a change of a record does not disturb, where Xero offers one: in the order of changes, a record edited while
    /// pages are read moves to the end and makes its successor skip a page.
    /// </summary>
    public string? StableOrder { get; init; }
}
