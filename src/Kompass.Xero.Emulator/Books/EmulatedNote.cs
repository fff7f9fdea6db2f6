namespace Kompass.Xero.Emulator;

/// <summary>A note in a record's history. Immutable.</summary>
/// <param name="Endpoint">The endpoint of the record, such as <c>Invoices</c>.</param>
/// <param name="RecordId">The record.</param>
/// <param name="At">When it was written.</param>
/// <param name="Details">The text.</param>
/// <param name="Changes">What kind of entry it is, such as <c>Note</c>.</param>
/// <param name="User">Who wrote it.</param>
public sealed record EmulatedNote(string Endpoint, Guid RecordId, DateTimeOffset At, string Details, string Changes, string User);
