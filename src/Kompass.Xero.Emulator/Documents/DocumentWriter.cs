using System.Text.Json;

namespace Kompass.Xero.Emulator;

/// <summary>Writes invoices and credit notes as Xero shows them.</summary>
internal static class DocumentWriter
{
    public static void Write(Utf8JsonWriter writer, AccountingCall call, EmulatedDocument document, DocumentForm form)
    {
        if (document.Kind == DocumentKind.Invoice)
        {
            WriteInvoiceHead(writer, call.State, document, form);
        }
        else
        {
            WriteCreditNoteHead(writer, call.State, document, form);
        }

        writer.WriteNumber("CurrencyRate", Amounts.Scaled(document.CurrencyRate, 10));
        writer.WriteIfSet("Url", document.Url);
        if (form != DocumentForm.Summary)
        {
            writer.WriteBoolean("HasAttachments", call.State.HasAttachments(document.Id));
        }

        writer.WriteStartObject("Contact");
        if (call.State.Contacts.TryGetValue(document.ContactId, out var contact))
        {
            ContactWriter.Write(writer, call, contact, form == DocumentForm.Full ? ContactForm.Embedded : ContactForm.Stub);
        }

        writer.WriteEndObject();
        writer.WriteString("DateString", XeroDate.DayString(document.Date));
        writer.WriteDay("Date", document.Date);
        if (document.DueDate is { } due)
        {
            writer.WriteString("DueDateString", XeroDate.DayString(due));
            writer.WriteDay("DueDate", due);
        }

        writer.WriteString("Status", document.Status);
        writer.WriteString("LineAmountTypes", document.LineAmountTypes);
        WriteLines(writer, call, document, form);
        writer.WriteMoney("SubTotal", document.Net);
        writer.WriteMoney("TotalTax", document.Vat);
        writer.WriteMoney("Total", document.Gross);
        writer.WriteInstant("UpdatedDateUTC", document.UpdatedDateUtc);
        writer.WriteString("UpdatedDateUTCString", XeroDate.InstantString(document.UpdatedDateUtc));
        writer.WriteString("CurrencyCode", document.CurrencyCode);
        if (document.Kind == DocumentKind.Invoice && call.Switches.ShowsNewerMembers)
        {
            writer.WriteMoney("RoundingAmount", 0);
            writer.WriteMoney("EnteredTotal", document.Gross);
        }

        if (document.FullyPaidOn is { } paid)
        {
            writer.WriteDay("FullyPaidOnDate", paid);
        }
    }

    private static void WriteInvoiceHead(Utf8JsonWriter writer, BooksState state, EmulatedDocument document, DocumentForm form)
    {
        writer.WriteString("Type", document.Type);
        writer.WriteString("InvoiceID", document.Id);
        writer.WriteString("InvoiceNumber", document.Number ?? "");
        writer.WriteString("Reference", document.Reference ?? "");
        if (form != DocumentForm.Summary)
        {
            WritePayments(writer, state, document);
            writer.WriteStartArray("CreditNotes");
            foreach (var allocation in AllocationsOf(state, document))
            {
                writer.WriteStartObject();
                writer.WriteString("CreditNoteID", allocation.CreditNoteId);
                writer.WriteIfSet("CreditNoteNumber", state.CreditNotes.GetValueOrDefault(allocation.CreditNoteId)?.Number);
                writer.WriteString("ID", allocation.CreditNoteId);
                writer.WriteMoney("AppliedAmount", allocation.Amount);
                writer.WriteDay("Date", allocation.Date);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEmptyArray("Prepayments");
        writer.WriteEmptyArray("Overpayments");
        writer.WriteMoney("AmountDue", document.AmountDue);
        writer.WriteMoney("AmountPaid", document.AmountPaid);
        writer.WriteMoney("AmountCredited", document.AmountCredited);
        writer.WriteBoolean("SentToContact", document.SentToContact);
        writer.WriteBoolean("HasErrors", false);
        writer.WriteBoolean("IsDiscounted", document.Lines.Exists(line => line.DiscountRate is not null || line.DiscountAmount is not null));
    }

    private static void WriteCreditNoteHead(Utf8JsonWriter writer, BooksState state, EmulatedDocument document, DocumentForm form)
    {
        writer.WriteString("CreditNoteID", document.Id);
        writer.WriteString("CreditNoteNumber", document.Number ?? "");
        writer.WriteString("ID", document.Id);
        writer.WriteString("Type", document.Type);
        writer.WriteString("Reference", document.Reference ?? "");
        writer.WriteMoney("RemainingCredit", document.AmountDue);
        writer.WriteBoolean("HasErrors", false);
        if (form == DocumentForm.Summary)
        {
            return;
        }

        WritePayments(writer, state, document);
        writer.WriteStartArray("Allocations");
        foreach (var allocation in AllocationsOf(state, document))
        {
            writer.WriteStartObject();
            writer.WriteString("AllocationID", allocation.Id);
            writer.WriteMoney("Amount", allocation.Amount);
            writer.WriteDay("Date", allocation.Date);
            writer.WriteStartObject("Invoice");
            writer.WriteString("InvoiceID", allocation.InvoiceId);
            writer.WriteIfSet("InvoiceNumber", state.Invoices.GetValueOrDefault(allocation.InvoiceId)?.Number);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static IEnumerable<EmulatedAllocation> AllocationsOf(BooksState state, EmulatedDocument document) =>
        document.AmountCredited == 0
            ? []
            : state.Allocations.Where(allocation => allocation.InvoiceId == document.Id || allocation.CreditNoteId == document.Id);

    private static void WritePayments(Utf8JsonWriter writer, BooksState state, EmulatedDocument document)
    {
        writer.WriteStartArray("Payments");
        var payments = document.AmountPaid == 0
            ? []
            : state.Payments.Where(payment => payment.DocumentId == document.Id && payment.Status == "AUTHORISED");
        foreach (var payment in payments)
        {
            writer.WriteStartObject();
            writer.WriteString("PaymentID", payment.Id);
            writer.WriteDay("Date", payment.Date);
            writer.WriteMoney("Amount", payment.Amount);
            writer.WriteIfSet("Reference", payment.Reference);
            writer.WriteNumber("CurrencyRate", Amounts.Scaled(document.CurrencyRate, 10));
            writer.WriteBoolean("HasAccount", payment.AccountId is not null);
            writer.WriteBoolean("HasValidationErrors", false);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLines(Utf8JsonWriter writer, AccountingCall call, EmulatedDocument document, DocumentForm form)
    {
        if (form == DocumentForm.Summary)
        {
            return;
        }

        writer.WriteStartArray("LineItems");
        foreach (var line in form == DocumentForm.Full ? document.Lines : [])
        {
            writer.WriteStartObject();
            writer.WriteIfSet("ItemCode", line.ItemCode);
            writer.WriteIfSet("Description", line.Description);
            writer.WriteNumber("UnitAmount", Amounts.Scaled(line.UnitAmount, call.UnitDecimals));
            writer.WriteIfSet("TaxType", line.TaxType);
            writer.WriteMoney("TaxAmount", line.TaxAmount);
            writer.WriteMoney("LineAmount", line.LineAmount);
            writer.WriteIfSet("AccountCode", line.AccountCode);
            if (line.AccountId is { } account)
            {
                writer.WriteString("AccountID", account);
            }

            WriteTracking(writer, line.Tracking);
            writer.WriteNumber("Quantity", Amounts.Scaled(line.Quantity, 4));
            if (line.DiscountRate is { } rate)
            {
                writer.WriteNumber("DiscountRate", rate);
            }

            if (line.DiscountAmount is { } amount)
            {
                writer.WriteMoney("DiscountAmount", amount);
            }

            if (document.Kind == DocumentKind.Invoice || call.Switches.CreditNoteLinesHaveIds)
            {
                writer.WriteString("LineItemID", line.Id);
            }

            writer.WriteEmptyArray("ValidationErrors");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static void WriteTracking(Utf8JsonWriter writer, IReadOnlyList<EmulatedTracking> tracking)
    {
        writer.WriteStartArray("Tracking");
        foreach (var option in tracking)
        {
            writer.WriteStartObject();
            writer.WriteString("Name", option.Name);
            writer.WriteString("Option", option.Option);
            writer.WriteString("TrackingCategoryID", option.CategoryId);
            writer.WriteString("TrackingOptionID", option.OptionId);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
