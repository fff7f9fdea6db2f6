using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary><c>/Payments</c>: create by PUT, reverse by posting the status DELETED.</summary>
internal sealed class PaymentsEndpoint : BatchEndpoint<EmulatedPayment>
{
    private static readonly Dictionary<string, Func<EmulatedPayment, object?>> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PaymentID"] = payment => payment.Id,
        ["Status"] = payment => payment.Status,
        ["Reference"] = payment => payment.Reference,
        ["Amount"] = payment => payment.Amount,
        ["Date"] = payment => payment.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        ["Invoice.InvoiceID"] = payment => payment.DocumentId,
        ["UpdatedDateUTC"] = payment => payment.UpdatedDateUtc.UtcDateTime,
    };

    public override string Name => "Payments";

    public override IReadOnlyList<string> ReadScopes { get; } = ["accounting.payments.read", "accounting.transactions.read"];

    public override IReadOnlyList<string> WriteScopes { get; } = ["accounting.payments", "accounting.transactions"];

    protected override string IdName => "PaymentID";

    public override EmulatedResponse Handle(AccountingCall call) => (call.Request.Method, call.Segments.Count) switch
    {
        ("GET", 0) => List(call),
        ("GET", 1) => Find(call, call.Segments[0]) is { } payment
            ? Answers.List(call, Name, [payment], (writer, found) => WriteMembers(writer, call, found))
            : Errors.NotFound(),
        ("PUT" or "POST", 0) => WriteAll(call),
        ("POST", 1) => Find(call, call.Segments[0]) is { } payment ? WriteAll(call, payment.Id) : Errors.NotFound(),
        (_, > 1) => Errors.NotFound(),
        _ => Errors.NotImplemented(),
    };

    public override Guid? FindRecord(AccountingCall call, string key) => Find(call, key)?.Id;

    protected override ElementOutcome<EmulatedPayment> Write(AccountingCall call, JsonObject sent, Guid? addressedId)
    {
        var outcome = new ElementOutcome<EmulatedPayment> { Sent = sent };
        if ((addressedId ?? (call.IsCreate ? null : sent.Id("PaymentID"))) is { } id)
        {
            Reverse(call, sent, id, outcome);
            return outcome;
        }

        var isOfOne = sent.Child("Invoice") is null != sent.Child("CreditNote") is null;
        var document = isOfOne ? Document(call, sent) : null;
        var amount = Amounts.Money(sent.Number("Amount") ?? 0);
        var date = sent.Day("Date") ?? call.Today;
        var account = sent.Child("Account") is { } named
            ? named.Id("AccountID") is { } accountId ? call.State.AccountById(accountId) : call.State.AccountByCode(named.Text("Code") ?? "")
            : null;
        if (!isOfOne)
        {
            outcome.Refuse("A payment must name one document: an Invoice or a CreditNote, not both.");
        }
        else if (document is null)
        {
            outcome.Refuse("The document of the payment could not be found.");
        }
        else if (document.Status != "AUTHORISED")
        {
            outcome.Refuse("Payment can only be made against approved documents with an amount due");
        }
        else if (amount > document.AmountDue)
        {
            outcome.Refuse("Payment amount exceeds the amount outstanding on this document");
        }

        if (sent.Day("Date") is null)
        {
            outcome.Refuse("Payment date must be specified");
        }

        if (sent.Number("CurrencyRate") <= 0)
        {
            outcome.Refuse("The currency rate must be greater than zero.");
        }

        if (amount <= 0)
        {
            outcome.Refuse("Payment amount must be greater than zero");
        }

        if (account is not { IsActive: true } || !(account.Type == "BANK" || account.EnablePaymentsToAccount))
        {
            outcome.Refuse("Account must be valid.");
        }

        DocumentRules.CheckLocks(call, date, outcome.Refuse);
        if (!outcome.IsRefused)
        {
            var payment = new EmulatedPayment
            {
                Id = call.Context.Ids.Next(),
                DocumentId = document!.Id,
                Amount = amount,
                Date = date,
                AccountId = account!.Id,
                Reference = sent.TextOr("Reference", null),
                UpdatedDateUtc = call.Now,
            };
            call.State = Settlement.Pay(call.State, payment, call.Now);
            outcome.Saved = payment;
        }

        return outcome;
    }

    protected override void WriteMembers(Utf8JsonWriter writer, AccountingCall call, EmulatedPayment saved)
    {
        var document = call.State.Document(saved.DocumentId)!;
        writer.WriteString("PaymentID", saved.Id);
        writer.WriteDay("Date", saved.Date);
        writer.WriteMoney("BankAmount", saved.Amount);
        writer.WriteMoney("Amount", saved.Amount);
        writer.WriteIfSet("Reference", saved.Reference);
        writer.WriteNumber("CurrencyRate", Amounts.Scaled(document.CurrencyRate, 10));
        writer.WriteString("PaymentType", document.Type switch
        {
            "ACCREC" => "ACCRECPAYMENT",
            "ACCPAY" => "ACCPAYPAYMENT",
            "ACCRECCREDIT" => "ARCREDITPAYMENT",
            _ => "APCREDITPAYMENT",
        });
        writer.WriteString("Status", saved.Status);
        writer.WriteInstant("UpdatedDateUTC", saved.UpdatedDateUtc);
        writer.WriteString("UpdatedDateUTCString", XeroDate.InstantString(saved.UpdatedDateUtc));
        writer.WriteBoolean("HasAccount", saved.AccountId is not null);
        writer.WriteBoolean("IsReconciled", false);
        if (saved.AccountId is { } id && call.State.AccountById(id) is { } account)
        {
            writer.WriteStartObject("Account");
            writer.WriteString("AccountID", account.Id);
            writer.WriteIfSet("Code", account.Code);
            writer.WriteString("Name", account.Name);
            writer.WriteEndObject();
        }

        writer.WriteStartObject(document.Kind == DocumentKind.Invoice ? "Invoice" : "CreditNote");
        DocumentWriter.Write(writer, call, document, DocumentForm.Stub);
        writer.WriteEndObject();
        writer.WriteBoolean("HasValidationErrors", false);
    }

    private static void Reverse(AccountingCall call, JsonObject sent, Guid id, ElementOutcome<EmulatedPayment> outcome)
    {
        outcome.KnownId = id;
        if (call.State.Payments.Find(known => known.Id == id) is not { } payment)
        {
            outcome.IsUnknown = true;
        }
        else if (payment.Status == "DELETED" || !string.Equals(sent.Text("Status"), "DELETED", StringComparison.OrdinalIgnoreCase))
        {
            outcome.Refuse("A payment can only be deleted, once.");
        }
        else
        {
            outcome.Saved = payment with { Status = "DELETED", UpdatedDateUtc = call.Now };
            call.State = Settlement.Pay(call.State, outcome.Saved, call.Now);
        }
    }

    private static EmulatedDocument? Document(AccountingCall call, JsonObject sent)
    {
        var state = call.State;
        if (sent.Child("Invoice") is { } invoice)
        {
            return invoice.Id("InvoiceID") is { } id ? state.Invoices.GetValueOrDefault(id)
                : state.InvoiceNumbers.Find(invoice.Text("InvoiceNumber")) is [var first, ..] ? state.Invoices[first] : null;
        }

        return sent.Child("CreditNote")?.Id("CreditNoteID") is { } note ? state.CreditNotes.GetValueOrDefault(note) : null;
    }

    private static EmulatedPayment? Find(AccountingCall call, string key) =>
        Guid.TryParse(key, out var id) ? call.State.Payments.Find(payment => payment.Id == id) : null;

    private EmulatedResponse List(AccountingCall call)
    {
        List<EmulatedPayment> found =
        [
            .. call.State.Payments
                .ChangedSince(call, payment => payment.UpdatedDateUtc)
                .Where(call, Fields)
                .InOrder(call, Fields, payment => payment.Id),
        ];
        return ListQuery.Answer(call, Name, found, (writer, payment) => WriteMembers(writer, call, payment));
    }
}
