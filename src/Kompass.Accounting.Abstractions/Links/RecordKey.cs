namespace Kompass.Accounting;

/// <summary>Names one Kompass record. The kind of a document is not part of it: a record can never become two documents.</summary>
/// <param name="Kind">Client or invoice.</param>
/// <param name="Id">The record's key in Kompass.</param>
public readonly record struct RecordKey(RecordKind Kind, string Id)
{
    /// <summary>The key of a client.</summary>
    public static RecordKey Of(ClientId id) => new(RecordKind.Client, id.Value);

    /// <summary>The key of an invoice.</summary>
    public static RecordKey Of(InvoiceId id) => new(RecordKind.Invoice, id.Value);

    /// <inheritdoc/>
    public override string ToString() => Kind == RecordKind.Client ? $"client {Id}" : $"invoice {Id}";
}
