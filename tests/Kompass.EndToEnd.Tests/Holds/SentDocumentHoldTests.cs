using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>The reasons for which a document is held after it was sent: the books stay as they are.</summary>
public sealed class SentDocumentHoldTests
{
    private static readonly Invoice Sent = Make.Invoice("1", "C1", Make.Line(100));

    private static Rig WithInvoice(params Invoice[] more)
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"), Make.Client("C2", "Birch"));
        rig.Invoices.Save([Sent, .. more]);
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromHours(1));
        rig.Control.ClearCalls();
        return rig;
    }

    [Fact]
    [Produces(HoldReason.KindChanged)]
    public void Change_of_kind_is_held_until_it_is_taken_back() =>
        AssertHeldUntilTakenBack(HoldReason.KindChanged, "-100.00", Make.CreditNote("1", "C1", 100));

    [Fact]
    [Produces(HoldReason.IdentityChanged)]
    public void Change_of_number_is_held_until_it_is_taken_back() =>
        AssertHeldUntilTakenBack(HoldReason.IdentityChanged, "DOC-1A", Sent with { Reference = "DOC-1A" });

    [Fact]
    [Produces(HoldReason.IdentityChanged)]
    public void Change_of_client_is_held_until_it_is_taken_back() =>
        AssertHeldUntilTakenBack(HoldReason.IdentityChanged, "C2", Sent with { ClientId = new ClientId("C2") });

    [Fact]
    [Produces(HoldReason.IdentityChanged)]
    public void Change_of_currency_is_held_until_it_is_taken_back() =>
        AssertHeldUntilTakenBack(HoldReason.IdentityChanged, "EUR", Sent with { Currency = new("EUR") });

    [Fact]
    [Produces(HoldReason.Withdrawn)]
    public void Unticked_document_is_held_until_it_is_ticked_again() =>
        AssertHeldUntilTakenBack(HoldReason.Withdrawn, "Synchronize", Sent with { Synchronize = false });

    [Fact]
    [Produces(HoldReason.Withdrawn)]
    public void Document_back_in_draft_is_held_until_it_is_approved_again() =>
        AssertHeldUntilTakenBack(HoldReason.Withdrawn, "Draft", Sent with { Status = InvoiceStatus.Draft });

    [Fact]
    [Produces(HoldReason.PeriodLocked)]
    public void Change_in_a_period_locked_since_is_held_until_it_is_taken_back()
    {
        using var rig = WithInvoice();
        rig.Control.SetLockDates(rig.Tenant, new(2026, 10, 31));
        rig.Invoices.Save(Sent.WithLines(Make.Line(200)) with { Date = new(2026, 11, 1) });

        rig.SyncHolding("1", HoldReason.PeriodLocked, "2026-10-15", "2026-10-31");
        AssertAsSent(rig);
    }

    [Fact]
    [Produces(HoldReason.PeriodLocked)]
    public void Void_in_a_period_locked_since_is_held()
    {
        using var rig = WithInvoice();
        rig.Control.SetLockDates(rig.Tenant, new(2026, 10, 31));
        rig.Invoices.Save(Sent with { Status = InvoiceStatus.Voided });

        rig.SyncHolding("1", HoldReason.PeriodLocked, "2026-10-15");
        AssertAsSent(rig);
    }

    [Fact]
    [Produces(HoldReason.Withdrawn)]
    public void Deleted_document_is_held_until_it_is_restored()
    {
        using var rig = WithInvoice();
        rig.Invoices.Delete(Sent.Id);

        rig.SyncHolding("1", HoldReason.Withdrawn, "deleted");
        AssertAsSent(rig);

        rig.Invoices.Save(Sent);
        rig.SyncReleasing("1");
        AssertAsSent(rig);
    }

    [Fact]
    [Produces(HoldReason.EditedRemotely)]
    public void Document_edited_on_both_sides_is_held_until_Kompass_takes_its_edit_back()
    {
        using var rig = WithInvoice();
        rig.Control.EditInvoice(rig.Tenant, rig.DocumentOf("DOC-1")!.Id, document => document with { Reference = "Checked by Jo" });
        rig.Invoices.Save(Sent.WithLines(Make.Line(200)));

        rig.SyncHolding("1", HoldReason.EditedRemotely, "Document DOC-1 was changed");
        AssertAsSent(rig);
        Assert.Equal("Checked by Jo", rig.DocumentOf("DOC-1")!.Reference);

        rig.Invoices.Save(Sent);
        rig.SyncReleasing("1");
        AssertAsSent(rig);
    }

    [Fact]
    [Produces(HoldReason.EditedRemotely)]
    public void Document_voided_in_Xero_and_changed_in_Kompass_is_held()
    {
        using var rig = WithInvoice();
        rig.Control.VoidInvoice(rig.Tenant, rig.DocumentOf("DOC-1")!.Id);
        rig.Invoices.Save(Sent.WithLines(Make.Line(200)));

        rig.SyncHolding("1", HoldReason.EditedRemotely, "voided");
        Assert.Empty(rig.Writes);
        Assert.Equal("VOIDED", rig.DocumentOf("DOC-1")!.Status);
    }

    [Fact]
    [Produces(HoldReason.Settled)]
    public void Change_of_a_paid_document_is_held_until_it_is_taken_back()
    {
        using var rig = WithInvoice();
        rig.Control.PayInvoice(rig.Tenant, rig.DocumentOf("DOC-1")!.Id, 50, new(2026, 11, 1));
        rig.Invoices.Save(Sent.WithLines(Make.Line(200)));

        rig.SyncHolding("1", HoldReason.Settled, "50.00");
        AssertAsSent(rig);

        rig.Invoices.Save(Sent);
        rig.SyncReleasing("1");
        AssertAsSent(rig);
    }

    [Fact]
    [Produces(HoldReason.Settled)]
    public void Void_of_a_paid_document_is_held_until_the_payment_is_removed()
    {
        using var rig = WithInvoice();
        var id = rig.DocumentOf("DOC-1")!.Id;
        rig.Control.PayInvoice(rig.Tenant, id, 120, new(2026, 11, 1));
        rig.Invoices.Save(Sent with { Status = InvoiceStatus.Voided });

        rig.SyncHolding("1", HoldReason.Settled, "120.00");
        Assert.Empty(rig.Writes);
        Assert.Equal("PAID", rig.DocumentOf("DOC-1")!.Status);

        rig.Control.EditInvoice(rig.Tenant, id, document => document with { AmountPaid = 0, FullyPaidOn = null, Status = "AUTHORISED" });
        rig.SyncReleasing("1");
        Assert.Equal("VOIDED", rig.DocumentOf("DOC-1")!.Status);
        Assert.Empty(rig.Books.Ledger);
    }

    [Fact]
    [Produces(HoldReason.Settled)]
    public void Change_of_a_credited_document_is_held()
    {
        using var rig = WithInvoice(Make.CreditNote("2", "C1", 40, "1"));
        rig.Invoices.Save(Sent.WithLines(Make.Line(200)));

        rig.SyncHolding("1", HoldReason.Settled, "48.00");
        AssertAsSent(rig);
    }

    [Fact]
    [Produces(HoldReason.PostedJournal)]
    public void Change_of_a_posted_journal_is_held_without_a_call_until_it_is_taken_back()
    {
        using var rig = WithInvoice(Make.Journal("2", 10));
        rig.Invoices.Save(Make.Journal("2", 30));

        Assert.Empty(rig.Plan().Operations);
        rig.SyncHolding("2", HoldReason.PostedJournal, "posted", "10.00", "30.00");
        Assert.Empty(rig.Writes);
        Assert.DoesNotContain(rig.Control.Calls, call => (call.Path + call.Query).Contains(rig.JournalOf("2")!.Id.ToString(), StringComparison.Ordinal));
        Assert.Equal(10m, rig.JournalOf("2")!.Debits);

        rig.Invoices.Save(Make.Journal("2", 10));
        rig.SyncReleasing("2");
        Assert.Equal(10m, rig.JournalOf("2")!.Debits);
    }

    [Fact]
    [Produces(HoldReason.StoredDiffers)]
    public void Document_stored_a_penny_apart_is_held_and_never_sent_again_until_it_is_corrected()
    {
        using var rig = WithInvoice();
        rig.Emulator.Options.Switches.NegativeHalves = Xero.Emulator.NegativeHalfRounding.TowardsZero;
        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(100), Make.Line(-2.50m, "R5", "4040")));

        rig.SyncHolding("2", HoldReason.StoredDiffers, "VAT 19.87 was sent, 19.88 is stored");
        Assert.Single(rig.Writes);
        Assert.Equal(19.88m, rig.DocumentOf("DOC-2")!.Vat);

        rig.SyncHolding("2", HoldReason.StoredDiffers, "19.88");
        Assert.Single(rig.Writes);

        rig.Control.EditInvoice(rig.Tenant, rig.DocumentOf("DOC-2")!.Id, document => document with
        {
            Lines = [.. document.Lines.Select(line => line.TaxAmount < 0 ? line with { TaxAmount = -0.13m } : line)],
        });
        rig.SyncReleasing("2");
        Assert.Single(rig.Writes);
    }

    [Fact]
    [Produces(HoldReason.RemoteRecordMissing)]
    public void Sent_document_that_is_gone_is_held()
    {
        using var rig = WithInvoice();
        var gone = "aaaaaaaa-0000-4000-8000-000000000001";
        rig.Run(async () =>
        {
            var journal = rig.Process.Get<ISyncJournal>();
            var lease = await journal.TryAcquireAsync(rig.OrganisationId, "test", TimeSpan.FromMinutes(1), default);
            await journal.RecordAsync(
                lease!,
                new()
                {
                    DocumentLinks =
                    [
                        new()
                        {
                            RemoteOrganisationId = rig.OrganisationId,
                            InvoiceId = new("2"),
                            RemoteDocumentId = new(gone),
                            Kind = DocumentKind.Invoice,
                            Number = "DOC-2",
                            ClientId = new ClientId("C1"),
                            Currency = new("GBP"),
                            Date = new(2026, 10, 15),
                            Gross = 60,
                            RecordHash = "1:earlier",
                            RemoteUpdatedAt = rig.Now,
                            CreatedAt = rig.Now,
                        },
                    ],
                },
                default);
            await journal.ReleaseAsync(lease!, default);
        });
        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(50)));

        rig.SyncHolding("2", HoldReason.RemoteRecordMissing, "Document DOC-2 is gone");
        Assert.Empty(rig.Writes);
        AssertAsSent(rig);
    }

    private static void AssertHeldUntilTakenBack(HoldReason reason, string inDetail, Invoice changed)
    {
        using var rig = WithInvoice();
        rig.Invoices.Save(changed);

        rig.SyncHolding("1", reason, inDetail);
        AssertAsSent(rig);

        rig.Invoices.Save(Sent);
        rig.SyncReleasing("1");
        AssertAsSent(rig);
    }

    private static void AssertAsSent(Rig rig)
    {
        var document = rig.DocumentOf("DOC-1")!;
        Assert.Equal((100m, 20m, 120m), (document.Net, document.Vat, document.Gross));
        Assert.Equal(new DateOnly(2026, 10, 15), document.Date);
        Assert.NotEqual("VOIDED", document.Status);
        Assert.Empty(rig.Writes);
    }
}
