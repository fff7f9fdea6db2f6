using Kompass.Accounting;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

internal sealed class JournalChannel(XeroApi api) : DocumentChannel<ManualJournalDto, ManualJournalWrite>(api, XeroResources.ManualJournals)
{
    protected override RemoteDocument Map(ManualJournalDto document) => DocumentMap.Read(document);

    protected override bool HasKey(RemoteDocument document, string key) =>
        document.Narration?.TrimEnd().EndsWith(key, StringComparison.Ordinal) == true;

    protected override ManualJournalWrite Write(DocumentContent content, string? id, IReadOnlyList<string?>? lineIds) =>
        DocumentWriter.Journal(content, id);

    // Whatever an update leaves out falls back to its default here, so the frame goes along.
    protected override ManualJournalWrite WriteUndone(RemoteDocument document) => new()
    {
        ManualJournalID = document.Id.Value,
        Narration = document.Narration,
        Date = document.Date,
        LineAmountTypes = nameof(LineAmountTypes.NoTax),
        Status = DocumentWriter.UndoneStatus(document),
    };
}
