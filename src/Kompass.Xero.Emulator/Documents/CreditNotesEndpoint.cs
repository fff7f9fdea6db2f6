namespace Kompass.Xero.Emulator;

/// <summary><c>/CreditNotes</c> with their allocations.</summary>
internal sealed class CreditNotesEndpoint() : DocumentsEndpoint(DocumentShape.CreditNote)
{
    public override string Name => "CreditNotes";

    public override EmulatedResponse Handle(AccountingCall call)
    {
        if (call.Segments.Count is 2 or 3 && call.Segments[1].Equals("Allocations", StringComparison.OrdinalIgnoreCase))
        {
            return Find(call, call.Segments[0]) is { } note ? Allocations.Handle(call, note) : Errors.NotFound();
        }

        return base.Handle(call);
    }
}
