using Kompass.Accounting;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

internal sealed class CreditNoteChannel(XeroApi api) : DocumentChannel<CreditNoteDto, CreditNoteWrite>(api, XeroResources.CreditNotes)
{
    protected override string Sales => "Type==\"ACCRECCREDIT\"";

    protected override bool IsOurs(CreditNoteDto document) =>
        string.Equals(document.Type, "ACCRECCREDIT", StringComparison.OrdinalIgnoreCase);

    protected override RemoteDocument Map(CreditNoteDto document) => DocumentMap.Read(document);

    protected override CreditNoteWrite Write(DocumentContent content, string? id, IReadOnlyList<string?>? lineIds) =>
        DocumentWriter.CreditNote(content, id, lineIds);

    protected override CreditNoteWrite WriteUndone(RemoteDocument document) =>
        new() { CreditNoteID = document.Id.Value, Status = DocumentWriter.UndoneStatus(document) };
}
