namespace Kompass.Accounting;

/// <summary>Plans the documents: create, update, void, allocate, hold, or nothing. Pure.</summary>
internal sealed class DocumentPlanner
{
    private readonly PlanDraft _draft;
    private readonly Observation _observation;
    private readonly DocumentBuilder? _builder;
    private readonly PeriodLock _lock;
    private readonly TakenNumbers _numbers;
    private readonly Dictionary<InvoiceId, Invoice> _invoices;
    private readonly Dictionary<ClientId, string?> _newNames;

    public DocumentPlanner(PlanDraft draft)
    {
        _draft = draft;
        _observation = draft.Observation;
        _builder = _observation.Codes is { } codes ? new(_observation, codes) : null;
        _lock = new(_observation.Organisation, _observation.Configuration.Documents);
        _numbers = new(_observation.DocumentLinks.Values);
        _invoices = _observation.Invoices.Where(item => !item.IsTombstone).ToDictionary(item => item.Key, item => item.Record!);
        _newNames = draft.Operations.OfType<CreateContact>().ToDictionary(created => created.Client, created => created.Content.Name);
    }

    private DocumentBuilder Builder => _builder
        ?? throw new InvalidOperationException("A document is to be built, but accounts, items and tax rates were not observed.");

    public void Plan(CancellationToken cancellationToken)
    {
        foreach (var item in InvoicesBeforeCreditNotes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var link = _observation.DocumentLinks.GetValueOrDefault(item.Key);
            if (item.Record is { } invoice)
            {
                PlanInvoice(invoice, link);
            }
            else
            {
                PlanDeleted(item.Key, link);
            }
        }

        foreach (var link in _observation.Missing)
        {
            PlanDeleted(link.InvoiceId, link);
        }
    }

    /// <summary>A credit note may settle an invoice of the same plan, so invoices are planned first.</summary>
    private IEnumerable<SourceItem<InvoiceId, Invoice>> InvoicesBeforeCreditNotes() =>
        _observation.Invoices.OrderBy(item => item.Record?.Kind == InvoiceKind.CreditNote);

    private void PlanDeleted(InvoiceId id, DocumentLink? link)
    {
        var record = RecordKey.Of(id);
        if (link is null or { IsVoided: true })
        {
            _draft.Skip(record, link?.Number ?? id.Value, SkipReason.WithdrawnBeforeSending);
            return;
        }

        if (_draft.SkipIfDecided(record, link.Number ?? id.Value, link.Gross, RecordSkip.Gone))
        {
            return;
        }

        _draft.Hold(HoldFactory.Make(
            record,
            link.Number ?? id.Value,
            link.Gross,
            HoldReason.Withdrawn,
            "The document was sent, and Kompass does not list it any more: it was deleted, or its organisation left the configuration.",
            _observation.ObservedAt));
    }

    private void PlanInvoice(Invoice invoice, DocumentLink? link)
    {
        if (_draft.HoldIfInDoubt(RecordKey.Of(invoice.Id), invoice.Reference, Math.Abs(invoice.Gross)))
        {
            return;
        }

        if (_draft.SkipIfDecided(RecordKey.Of(invoice.Id), invoice.Reference, Math.Abs(invoice.Gross), RecordHash.Of(invoice)))
        {
            return;
        }

        try
        {
            if (link is null)
            {
                PlanNew(invoice);
            }
            else
            {
                PlanSent(invoice, link);
            }
        }
        catch (HoldException hold)
        {
            _draft.Hold(invoice, hold.Reason, hold.Message);
        }
    }

    private void PlanNew(Invoice invoice)
    {
        if (Sendable.WhyNot(invoice, _observation.Configuration) is { } reason)
        {
            _draft.Skip(RecordKey.Of(invoice.Id), invoice.Reference, reason);
            return;
        }

        if (_observation.Holds.GetValueOrDefault(RecordKey.Of(invoice.Id)) is { Reason: HoldReason.AlreadyInLedger } found)
        {
            _draft.Hold(found);
            return;
        }

        var contact = DocumentKinds.Of(invoice.Kind) is DocumentKind.Invoice or DocumentKind.CreditNote ? RequireContact(invoice) : null;
        var document = Builder.Build(invoice, contact, OpenDate(invoice, null));
        RequireFreeNumber(document.Content);
        RequireAppliedInvoice(invoice);

        _numbers.Take(document.Content, invoice.Id.Value);
        if (_draft.Add(new CreateDocument(invoice, document.Content, document.Expected, RecordHash.Of(invoice)) { ChangedAt = invoice.ChangedAt }))
        {
            _draft.Postings.Add(document, invoice.ClientId, ContactName(invoice.ClientId));
            ShowAdjustment(invoice, document);
        }

        if (document.Content.Kind == DocumentKind.Invoice)
        {
            _draft.NewInvoices.Add(invoice.Id);
        }

        PlanAllocation(invoice, document.Expected.Gross);
    }

    private void PlanSent(Invoice invoice, DocumentLink link)
    {
        if (link.UndoneBy is not null && invoice.Status != InvoiceStatus.Voided)
        {
            _draft.Hold(UndoneHolds.For(link, invoice.Reference, _observation.ObservedAt));
            return;
        }

        var hash = RecordHash.Of(invoice);
        if (link.RecordHash == hash)
        {
            PlanUnchanged(invoice, link);
            return;
        }

        if (link.IsVoided && invoice.Status == InvoiceStatus.Voided)
        {
            _draft.Unchanged++;
            return;
        }

        if (link.IsVoided)
        {
            throw new HoldException(HoldReason.IdentityChanged, "The document was voided in the ledger, and Kompass has changed it since.");
        }

        if (invoice.Status == InvoiceStatus.Voided)
        {
            _lock.Require(link.Date, "The document was sent with the date");
            _draft.Add(new VoidDocument(link, invoice.Reference, hash) { ChangedAt = invoice.ChangedAt });
            return;
        }

        SentDocumentRules.RequireSameIdentity(invoice, link, Builder);
        SentDocumentRules.RequireOpenJournal(invoice, link, _observation.Configuration.Documents);
        _lock.Require(link.Date, "The document was sent with the date");
        var contact = link.Kind == DocumentKind.Journal ? null : RequireContact(invoice);
        var document = Builder.Build(invoice, contact, OpenDate(invoice, link));
        RequireAppliedInvoice(invoice);
        if (_draft.Add(new UpdateDocument(
            invoice,
            link,
            document.Content with { Reference = null },
            document.Expected,
            hash)
        {
            ChangedAt = invoice.ChangedAt,
        }))
        {
            ShowAdjustment(invoice, document);
        }

        PlanAllocationOf(invoice, link, document.Expected.Gross);
    }

    private void PlanUnchanged(Invoice invoice, DocumentLink link)
    {
        if (_observation.Holds.GetValueOrDefault(RecordKey.Of(invoice.Id)) is { Reason: HoldReason.StoredDiffers } standing)
        {
            var differences = DifferencesNow(invoice, link);
            if (differences is not { Count: 0 })
            {
                _draft.Hold(differences is null ? standing : standing with { Detail = StoredDocumentCheck.InWords(DocumentNames.Of(link), differences) });
                return;
            }
        }

        PlanAllocationOf(invoice, link, link.Gross);
        _draft.Unchanged++;
    }

    /// <summary>How a document that was not what was sent differs now: in nothing, once somebody corrected it in the ledger; null when that cannot be told.</summary>
    private IReadOnlyList<string>? DifferencesNow(Invoice invoice, DocumentLink link)
    {
        if (!_observation.Disputed.TryGetValue(link.RemoteDocumentId, out var stored))
        {
            return null;
        }

        try
        {
            var document = Builder.Build(invoice, link.Kind == DocumentKind.Journal ? null : RequireContact(invoice), link.Date);
            return StoredDocumentCheck.Differences(document.Content, document.Expected, stored);
        }
        catch (HoldException)
        {
            return null;
        }
    }

    private void PlanAllocationOf(Invoice invoice, DocumentLink link, decimal gross)
    {
        if (link is { Kind: DocumentKind.CreditNote, AllocatedTo: null, IsVoided: false })
        {
            RequireAppliedInvoice(invoice);
            PlanAllocation(invoice, gross);
        }
    }

    private void PlanAllocation(Invoice creditNote, decimal gross)
    {
        if (creditNote is not { Kind: InvoiceKind.CreditNote, AppliesTo: { } target }
            || _observation.Configuration.Documents is not { InvoiceStatus: DocumentStatus.Approved, CreditNoteStatus: DocumentStatus.Approved })
        {
            return;
        }

        var invoice = _invoices[target];
        var date = creditNote.Date > invoice.Date ? creditNote.Date : invoice.Date;

        // Where VAT follows payments, using a credit is one, and so would change what was filed.
        _lock.Require(date, $"The credit would be used for {invoice.Reference} on");
        _draft.Add(new AllocateCredit(
            creditNote.Id,
            target,
            creditNote.Reference,
            Math.Min(gross, Math.Abs(invoice.Gross)),
            date,
            RecordHash.Of(creditNote))
        {
            ChangedAt = creditNote.ChangedAt,
        });
    }

    private void RequireAppliedInvoice(Invoice invoice)
    {
        if (invoice is not { Kind: InvoiceKind.CreditNote, AppliesTo: { } target })
        {
            return;
        }

        var isLive = _observation.DocumentLinks.TryGetValue(target, out var link) && link is { Kind: DocumentKind.Invoice, IsVoided: false };
        var isKnown = _invoices.TryGetValue(target, out var applied) && applied is { Kind: InvoiceKind.Invoice, Status: not InvoiceStatus.Voided };
        if (!isKnown || !(isLive || _draft.NewInvoices.Contains(target)))
        {
            throw new HoldException(HoldReason.AppliesToNotSynced, $"The credit note settles invoice {target}, which is not in the ledger, or is voided.");
        }
    }

    /// <summary>The date to give a document, in the open period: its own, or for a journal, if that is allowed, the first that is open.</summary>
    private DateOnly OpenDate(Invoice invoice, DocumentLink? link)
    {
        if (_lock.Covers(invoice.Date) && invoice.Kind == InvoiceKind.Journal && _observation.Configuration.Documents.RedateLockedJournals)
        {
            // One that was dated anew before keeps that day.
            return link?.Date ?? _lock.FirstOpenDay!.Value;
        }

        _lock.Require(invoice.Date, "The document is dated");
        return invoice.Date;
    }

    private RemoteContactId? RequireContact(Invoice invoice)
    {
        if (invoice.ClientId is not { } client)
        {
            throw new HoldException(HoldReason.UnlinkedClient, "The document names no client.");
        }

        if (_observation.ContactLinks.TryGetValue(client, out var link))
        {
            var contact = _observation.Contacts.GetValueOrDefault(link.RemoteContactId);
            return ContactStanding.Problem(contact, link) is var (reason, detail)
                ? throw new HoldException(reason, detail)
                : link.RemoteContactId;
        }

        if (_draft.NewContacts.Contains(client))
        {
            return null;
        }

        var why = _draft.HoldOf(RecordKey.Of(client))?.Detail
            ?? (_observation.Skips.TryGetValue(RecordKey.Of(client), out var skip) ? $"{skip.SkippedBy} skipped the client: {skip.Reason}" : null)
            ?? (_observation.ClientDecisions.ContainsKey(client) ? "A reviewer decided to leave the client alone." : "It has no contact in the ledger.");
        throw new HoldException(HoldReason.UnlinkedClient, $"Client {client} cannot be invoiced yet. {why}");
    }

    private void RequireFreeNumber(DocumentContent content)
    {
        if (_numbers.Holder(content) is { } holder)
        {
            throw new HoldException(HoldReason.NumberTaken, $"The number {content.Number} belongs to document {holder} already.");
        }
    }

    /// <summary>Shows in the plan what a document gets beside Kompass's own lines.</summary>
    private void ShowAdjustment(Invoice invoice, BuiltDocument document)
    {
        if (document.Adjustment != 0)
        {
            _draft.Adjustments.Add(new(
                RecordKey.Of(invoice.Id),
                invoice.Reference,
                _observation.Configuration.Documents.Differences,
                document.Adjustment,
                invoice.Currency));
        }
    }

    private string? ContactName(ClientId? client) =>
        client is not { } id ? null
        : _observation.ContactLinks.TryGetValue(id, out var link) ? _observation.Contacts.GetValueOrDefault(link.RemoteContactId)?.Name
        : _newNames.GetValueOrDefault(id);
}
