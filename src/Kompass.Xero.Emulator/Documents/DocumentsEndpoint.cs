using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>What <c>/Invoices</c> and <c>/CreditNotes</c> have in common.</summary>
internal abstract class DocumentsEndpoint(DocumentShape shape) : BatchEndpoint<EmulatedDocument>
{
    public override IReadOnlyList<string> ReadScopes { get; } = ["accounting.invoices.read", "accounting.transactions.read"];

    public override IReadOnlyList<string> WriteScopes { get; } = ["accounting.invoices", "accounting.transactions"];

    public override bool TakesAttachments => true;

    protected override string IdName => shape.IdName;

    protected override string ErrorFlag => "HasErrors";

    protected override bool AlwaysStatesStatus => true;

    public override EmulatedResponse Handle(AccountingCall call) => (call.Request.Method, call.Segments.Count) switch
    {
        ("GET", 0) => List(call),
        ("GET", 1) => Find(call, call.Segments[0]) is { } document
            ? call.Request.Accepts("application/pdf")
                ? PdfAnswer.Of(document)
                : Answers.List(call, Name, [document], (writer, found) => DocumentWriter.Write(writer, call, found, DocumentForm.Full))
            : Errors.NotFound(),
        ("PUT" or "POST", 0) => WriteAll(call),
        ("POST", 1) => Find(call, call.Segments[0]) is { } document ? WriteAll(call, document.Id) : Errors.NotFound(),
        (_, > 1) => Errors.NotFound(),
        _ => Errors.NotImplemented(),
    };

    public override Guid? FindRecord(AccountingCall call, string key) => Find(call, key)?.Id;

    protected override void WriteMembers(Utf8JsonWriter writer, AccountingCall call, EmulatedDocument saved) =>
        DocumentWriter.Write(writer, call, saved, DocumentForm.Full);

    protected override ElementOutcome<EmulatedDocument> Write(AccountingCall call, JsonObject sent, Guid? addressedId)
    {
        var outcome = new ElementOutcome<EmulatedDocument> { Sent = sent };
        var existing = call.IsCreate ? null : Existing(call, sent, addressedId, outcome);
        outcome.KnownId = existing?.Id ?? Guid.Empty;
        if (outcome.IsRefused)
        {
            return outcome;
        }

        var before = call.State;
        var document = new DocumentEditor(call, shape).Edit(sent, existing, outcome);
        if (outcome.IsRefused || document is null)
        {
            call.State = before;
            return outcome;
        }

        call.State = call.State.With(document);
        if (call.Switches.ZeroTotalIsPaid && document is { Status: "AUTHORISED", Gross: 0 })
        {
            call.State = call.State.With(document = document with { Status = "PAID", FullyPaidOn = document.Date });
        }

        outcome.Saved = document;
        return outcome;
    }

    protected virtual IEnumerable<EmulatedDocument> Narrow(AccountingCall call, IEnumerable<EmulatedDocument> documents) => documents;

    protected EmulatedDocument? Find(AccountingCall call, string key)
    {
        var all = shape.All(call.State);
        return Guid.TryParse(key, out var id)
            ? all.GetValueOrDefault(id)
            : shape.Numbers(call.State).Find(key).Select(number => all[number]).OrderBy(document => document.IsDead).FirstOrDefault();
    }

    private EmulatedDocument? Existing(AccountingCall call, JsonObject sent, Guid? addressedId, ElementOutcome<EmulatedDocument> outcome)
    {
        var all = shape.All(call.State);
        if ((addressedId ?? sent.Id(shape.IdName)) is { } id)
        {
            outcome.IsUnknown = !all.TryGetValue(id, out var named);
            return named;
        }

        // Without an id a sales document's number is its key: the document that bears it is overwritten.
        var type = sent.Text("Type")?.ToUpperInvariant();
        return type is "ACCPAY" or "ACCPAYCREDIT"
            ? null
            : shape.Numbers(call.State).Find(sent.Text(shape.NumberName)).Select(number => all[number])
                .Where(document => document.Status != "DELETED").FirstOrDefault();
    }

    private EmulatedResponse List(AccountingCall call)
    {
        var fields = DocumentFields.For(call.State, shape.Kind);
        var form = call.SummaryOnly && shape.Kind == DocumentKind.Invoice ? DocumentForm.Summary : call.IsPaged ? DocumentForm.Full : DocumentForm.Stub;
        List<EmulatedDocument> found =
        [
            .. Narrow(call, ChangeOrder.Of(shape.All(call.State), document => document.UpdatedDateUtc))
                .ChangedSince(call, document => document.UpdatedDateUtc)
                .Where(call, fields, shape.Indexes)
                .InOrder(call, fields, document => document.Id, shape.Indexes),
        ];
        return ListQuery.Answer(call, Name, found, (writer, document) => DocumentWriter.Write(writer, call, document, form));
    }
}
