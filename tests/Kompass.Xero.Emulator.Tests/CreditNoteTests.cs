using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator.Tests;

public sealed class CreditNoteTests
{
    private readonly Xero _xero = new();
    private readonly Guid _contact;

    public CreditNoteTests() => _contact = _xero.Contact();

    private Guid Note(string number = "C-1", string status = "AUTHORISED", params string[] lines)
    {
        var answer = _xero.Put("/CreditNotes?unitdp=4", Xero.Envelope("CreditNotes", Xero.CreditNote(_contact, number, status, lines))).Ok();
        return Guid.Parse(answer.First("CreditNotes")["CreditNoteID"]!.GetValue<string>());
    }

    private Answer Allocate(Guid note, Guid invoice, decimal amount) =>
        _xero.Put($"/CreditNotes/{note}/Allocations", $$"""{"Allocations":[{"Amount":{{amount}},"Invoice":{"InvoiceID":"{{invoice}}"},"Date":"2026-11-22"}]}""");

    [Fact]
    public void Put_shape_is_xeros()
    {
        var note = _xero.Get($"/CreditNotes/{Note()}").Ok().First("CreditNotes");
        Assert.Equal(note["CreditNoteID"]!.GetValue<string>(), note["ID"]!.GetValue<string>());
        Assert.Equal(120m, note["RemainingCredit"]!.GetValue<decimal>());
        Assert.Null(note["LineItems"]![0]!["LineItemID"]);
        Assert.Null(note["DueDate"]);
    }

    [Fact]
    public void Put_number_of_another_note_is_refused()
    {
        Note();
        _xero.Put("/CreditNotes", Xero.Envelope("CreditNotes", Xero.CreditNote(_contact, "C-1"))).Refused("Credit Note # must be unique.");
    }

    [Fact]
    public void Put_discount_is_refused()
    {
        var note = Xero.CreditNote(_contact, "C-1");
        note["LineItems"]![0]!["DiscountRate"] = 5;
        _xero.Put("/CreditNotes", Xero.Envelope("CreditNotes", note)).Refused("Discounts cannot be used on credit notes.");
    }

    [Fact]
    public void Allocate_in_part_then_wholly_settles_both()
    {
        var invoice = _xero.InvoiceId(Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1|200|200|OUTPUT2"));
        var note = Note();
        var allocation = Allocate(note, invoice, 50).Ok().First("Allocations");
        Assert.Equal("/Date(1795132800000+0000)/", allocation["Date"]!.GetValue<string>());
        Assert.Equal(70m, _xero.Books.CreditNotes.Single().AmountDue);
        Assert.Equal((190m, 50m), (_xero.Books.Invoices.Single().AmountDue, _xero.Books.Invoices.Single().AmountCredited));
        Allocate(note, invoice, 70).Ok();
        Assert.Equal(("PAID", "AUTHORISED"), (_xero.Books.CreditNotes.Single().Status, _xero.Books.Invoices.Single().Status));
        Assert.Equal(2, _xero.Get($"/CreditNotes/{note}").Ok().First("CreditNotes")["Allocations"]!.AsArray().Count);
        Assert.Equal(2, _xero.Get($"/Invoices/{invoice}").Ok().First("Invoices")["CreditNotes"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(120.01, "Amount to allocate is greater than the remaining credit")]
    [InlineData(0, "The allocation amount must be greater than zero.")]
    public void Allocate_wrong_amount_is_refused(decimal amount, string message)
    {
        var invoice = _xero.InvoiceId(Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1|500|200|OUTPUT2"));
        Allocate(Note(), invoice, amount).Refused(message);
        Assert.Empty(_xero.Books.Allocations);
    }

    [Fact]
    public void Allocate_more_than_is_due_is_refused()
    {
        var invoice = _xero.InvoiceId(Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1|50|200|NONE"));
        Allocate(Note(), invoice, 51).Refused("Amount to allocate is greater than the amount outstanding");
    }

    [Fact]
    public void Allocate_counts_what_was_allocated_before()
    {
        var invoice = _xero.InvoiceId(Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1|130|200|NONE"));
        var note = Note();
        Allocate(note, invoice, 50).Ok();
        Allocate(note, invoice, 71).Refused("Amount to allocate is greater than the remaining credit");
        Allocate(Note("C-2"), invoice, 81).Refused("Amount to allocate is greater than the amount outstanding");
        Assert.Single(_xero.Books.Allocations);
    }

    [Fact]
    public void Allocate_to_another_contacts_invoice_is_refused()
    {
        var invoice = _xero.InvoiceId(Xero.Invoice(_xero.Contact("Other"), "A-1"));
        Allocate(Note(), invoice, 10).Refused("The credit note and the invoice must belong to the same contact.");
    }

    [Fact]
    public void Allocate_draft_note_or_draft_invoice_is_refused()
    {
        var draft = _xero.InvoiceId(Xero.Invoice(_contact, "A-1", "DRAFT"));
        Allocate(Note(), draft, 10).Refused("Credit can only be allocated to an approved invoice");
        var invoice = _xero.InvoiceId(Xero.Invoice(_contact, "A-2"));
        Allocate(Note("C-2", "DRAFT"), invoice, 10).Refused("Only an approved credit note");
    }

    [Fact]
    public void Void_allocated_note_is_refused_until_the_allocation_is_deleted()
    {
        var invoice = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        var note = Note();
        var allocation = Allocate(note, invoice, 10).Ok().First("Allocations")["AllocationID"]!.GetValue<string>();
        _xero.Post($"/CreditNotes/{note}", """{"Status":"VOIDED"}""").Refused("The status VOIDED cannot be applied");
        _xero.Post($"/Invoices/{invoice}", """{"Status":"VOIDED"}""").Refused("The status VOIDED cannot be applied");

        var deleted = new Answer(_xero.Send("DELETE", $"/CreditNotes/{note}/Allocations/{allocation}")).Ok();
        Assert.True(deleted["IsDeleted"]!.GetValue<bool>());
        Assert.Equal(invoice.ToString(), deleted["Invoice"]!.AsArray()[0]!["InvoiceID"]!.GetValue<string>());
        _xero.Post($"/CreditNotes/{note}", """{"Status":"VOIDED"}""").Ok();
        Assert.Equal(404, _xero.Send("DELETE", $"/CreditNotes/{note}/Allocations/{allocation}").Status);
    }

    [Fact]
    public void Create_with_allocation_in_one_call_allocates_nothing()
    {
        var invoice = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        var note = Xero.CreditNote(_contact, "C-1");
        note["Allocations"] = new JsonArray(new JsonObject { ["Amount"] = 10, ["Invoice"] = new JsonObject { ["InvoiceID"] = invoice.ToString() } });
        _xero.Put("/CreditNotes", Xero.Envelope("CreditNotes", note)).Ok();
        Assert.Equal(120m, _xero.Books.CreditNotes.Single().AmountDue);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Line_ids_follow_the_switch(bool haveIds)
    {
        _xero.Emulator.Options.Switches.CreditNoteLinesHaveIds = haveIds;
        Assert.Equal(haveIds, _xero.Get($"/CreditNotes/{Note()}").Ok().First("CreditNotes")["LineItems"]![0]!["LineItemID"] is not null);
    }
}
