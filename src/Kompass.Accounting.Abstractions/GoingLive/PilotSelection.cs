namespace Kompass.Accounting;

/// <summary>The records that are sent first, while everything else stays planned.</summary>
/// <param name="Invoices">The chosen documents; their clients go with them.</param>
/// <param name="Clients">Further clients.</param>
public sealed record PilotSelection(IReadOnlyList<InvoiceId> Invoices, IReadOnlyList<ClientId> Clients)
{
    /// <summary>Chooses documents, and the clients that they need.</summary>
    public static PilotSelection Of(params IEnumerable<InvoiceId> invoices) => new([.. invoices.Distinct()], []);

    /// <summary>True when nothing is chosen.</summary>
    public bool IsEmpty => Invoices.Count + Clients.Count == 0;

    /// <summary>Equal where the same records are chosen, in the same order.</summary>
    public bool Equals(PilotSelection? other) =>
        other is not null && Invoices.SequenceEqual(other.Invoices) && Clients.SequenceEqual(other.Clients);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Invoices.Count, Clients.Count);
}
