using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary><c>/CreditNotes/{id}/Allocations</c>.</summary>
internal static class Allocations
{
    public static EmulatedResponse Handle(AccountingCall call, EmulatedDocument note) => (call.Request.Method, call.Segments.Count) switch
    {
        ("PUT", 2) => Create(call, note),
        ("DELETE", 3) => Delete(call, note),
        _ => Errors.NotImplemented(),
    };

    private static EmulatedResponse Create(AccountingCall call, EmulatedDocument note)
    {
        var before = call.State;
        var made = new List<EmulatedAllocation>();
        var refused = new List<Action<Utf8JsonWriter>>();
        foreach (var sent in call.ReadElements("Allocations"))
        {
            var errors = new List<string>();
            var current = call.State.CreditNotes[note.Id];
            var invoice = sent.Child("Invoice")?.Id("InvoiceID") is { } id ? call.State.Invoices.GetValueOrDefault(id) : null;
            var amount = Amounts.Money(sent.Number("Amount") ?? 0);
            if (call.Switches.AllocationDateIsRequired && !sent.Sent("Date"))
            {
                errors.Add("The allocation must have a date.");
            }

            Check(call, current, invoice, amount, errors);
            if (errors.Count > 0)
            {
                refused.Add(writer => Echo(writer, sent, errors));
                continue;
            }

            var latest = current.Date > invoice!.Date ? current.Date : invoice.Date;
            var date = call.Switches.AllocationDateIsComputed ? latest : sent.Day("Date") ?? latest;
            var allocation = new EmulatedAllocation(call.Context.Ids.Next(), note.Id, invoice.Id, amount, date);
            call.State = Settlement.Allocate(call.State, allocation, call.Now);
            made.Add(allocation);
        }

        if (refused.Count > 0)
        {
            call.State = before;
            return Answers.ValidationFailure(refused);
        }

        return made.Count == 0 ? Errors.NoData() : Answers.List(call, "Allocations", made, Write);
    }

    private static void Check(AccountingCall call, EmulatedDocument note, EmulatedDocument? invoice, decimal amount, List<string> errors)
    {
        if (invoice is null)
        {
            errors.Add("The invoice of the allocation could not be found.");
            return;
        }

        if (note.Status != "AUTHORISED")
        {
            errors.Add("Only an approved credit note with remaining credit can be allocated.");
        }

        if (invoice.Status != "AUTHORISED")
        {
            errors.Add("Credit can only be allocated to an approved invoice with an amount due.");
        }

        if (invoice.IsSales != note.IsSales || invoice.ContactId != note.ContactId)
        {
            errors.Add("The credit note and the invoice must belong to the same contact.");
        }

        if (invoice.CurrencyCode != note.CurrencyCode)
        {
            errors.Add("The credit note and the invoice must have the same currency.");
        }

        if (amount <= 0)
        {
            errors.Add("The allocation amount must be greater than zero.");
        }

        if (amount > invoice.AmountDue)
        {
            errors.Add("Amount to allocate is greater than the amount outstanding on the document.");
        }

        if (amount > note.AmountDue)
        {
            errors.Add("Amount to allocate is greater than the remaining credit of the credit note.");
        }

        DocumentRules.CheckLocks(call, note.Date > invoice.Date ? note.Date : invoice.Date, errors.Add);
    }

    private static EmulatedResponse Delete(AccountingCall call, EmulatedDocument note)
    {
        if (!Guid.TryParse(call.Segments[2], out var id)
            || call.State.Allocations.Find(known => known.Id == id && known.CreditNoteId == note.Id) is not { } allocation)
        {
            return Errors.NotFound();
        }

        call.State = Settlement.Deallocate(call.State, allocation, call.Now);
        return Answers.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("AllocationId", allocation.Id);
            writer.WriteString("Date", XeroDate.InstantWithoutOffset(new DateTimeOffset(allocation.Date, TimeOnly.MinValue, TimeSpan.Zero)));
            writer.WriteStartArray("Invoice");
            writer.WriteStartObject();
            writer.WriteString("InvoiceID", allocation.InvoiceId);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteBoolean("IsDeleted", true);
            writer.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter writer, EmulatedAllocation allocation)
    {
        writer.WriteString("AllocationID", allocation.Id);
        writer.WriteMoney("Amount", allocation.Amount);
        writer.WriteDay("Date", allocation.Date);
        writer.WriteStartObject("Invoice");
        writer.WriteString("InvoiceID", allocation.InvoiceId);
        foreach (var name in (ReadOnlySpan<string>)["Payments", "CreditNotes", "Prepayments", "Overpayments"])
        {
            writer.WriteEmptyArray(name);
        }

        writer.WriteBoolean("HasErrors", false);
        writer.WriteBoolean("IsDiscounted", false);
        writer.WriteEmptyArray("LineItems");
        writer.WriteEmptyArray("ValidationErrors");
        writer.WriteEndObject();
        writer.WriteStartObject("CreditNote");
        writer.WriteString("CreditNoteID", allocation.CreditNoteId);
        writer.WriteString("ID", allocation.CreditNoteId);
        writer.WriteEmptyArray("LineItems");
        writer.WriteEndObject();
        writer.WriteEmptyArray("ValidationErrors");
    }

    private static void Echo(Utf8JsonWriter writer, JsonObject sent, List<string> errors)
    {
        foreach (var (name, value) in sent)
        {
            writer.WritePropertyName(name);
            (value ?? JsonValue.Create("")!).WriteTo(writer);
        }

        writer.WriteMessages("ValidationErrors", errors);
    }
}
