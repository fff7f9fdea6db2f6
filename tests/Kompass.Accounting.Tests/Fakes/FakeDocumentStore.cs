using System.Runtime.CompilerServices;

namespace Kompass.Accounting.Tests;

/// <summary>
/// Documents of one organisation in memory: totals by line with <see cref="Percents"/>, unique numbers, a lock date, balanced
/// journals, no change of what is settled. Calls are named <c>Documents.Read</c>, <c>.Find</c>, <c>.FindByKey</c>,
/// <c>.Create</c>, <c>.Update</c>, <c>.Void</c> and <c>.Allocate</c>.
/// </summary>
internal sealed class FakeDocumentStore(FakeLedgerState ledger) : IDocumentStore
{
    private readonly Dictionary<RemoteDocumentId, RemoteDocument> _documents = [];
    private readonly Dictionary<IdempotencyKey, IReadOnlyList<WriteResult<RemoteDocument>>> _answers = [];

    public FakeDocumentStore(TimeProvider clock)
        : this(new FakeLedgerState(clock))
    {
    }

    public FakeLedgerState Ledger => ledger;

    public int MaximumBatch { get; set; } = 50;

    /// <summary>Per cent of each tax type.</summary>
    public Dictionary<string, decimal> Percents { get; } = FakeLedgerCatalogue.UnitedKingdomTaxRates
        .ToDictionary(rate => rate.TaxType, rate => rate.Percent);

    public DateOnly? LockedUntil { get; set; }

    /// <summary>Answers a refusal for a document that is to be refused for a cause of the test's choosing.</summary>
    public Func<DocumentContent, Refusal?>? Refuse { get; set; }

    /// <summary>Changes what is stored, so that it differs from what was sent.</summary>
    public Func<RemoteDocument, RemoteDocument>? Distort { get; set; }

    /// <summary>Every document, in the order of their creation.</summary>
    public IReadOnlyList<RemoteDocument> Documents => [.. _documents.Values];

    /// <summary>The uses of credit notes, in order.</summary>
    public List<CreditAllocation> Allocations { get; } = [];

    /// <summary>Adds or replaces documents as a bookkeeper does.</summary>
    public void Put(params IEnumerable<RemoteDocument> documents)
    {
        foreach (var document in documents)
        {
            _documents[document.Id] = document;
        }
    }

    public async IAsyncEnumerable<RemoteDocument> ReadAsync(
        RemoteConnection connection,
        DocumentKind kind,
        DateTimeOffset? changedSince,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = Documents.Where(document => document.Kind == kind && (changedSince is null || document.UpdatedAt >= changedSince)).ToList();
        ledger.Enter("Documents.Read", wanted.Count);
        foreach (var document in wanted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return document;
        }

        ledger.Leave("Documents.Read");
        await Task.CompletedTask;
    }

    public Task<IReadOnlyList<RemoteDocument>> FindAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyCollection<RemoteDocumentId> ids,
        CancellationToken cancellationToken) =>
        FindAsync("Documents.Find", ids.Count, document => document.Kind == kind && ids.Contains(document.Id));

    public Task<IReadOnlyList<RemoteDocument>> FindByNaturalKeyAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyCollection<string> naturalKeys,
        DateTimeOffset since,
        CancellationToken cancellationToken) =>
        FindAsync("Documents.FindByKey", naturalKeys.Count, document => document.Kind == kind && (kind == DocumentKind.Journal
            ? document.UpdatedAt >= since && naturalKeys.Any(marker => document.Narration?.Contains(marker, StringComparison.Ordinal) == true)
            : naturalKeys.Contains(document.Number)));

    public Task<IReadOnlyList<WriteResult<RemoteDocument>>> CreateAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyList<DocumentContent> documents,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        WriteAsync("Documents.Create", documents, key, content =>
        {
            Assert.Equal(kind, content.Kind);
            return Store(new(ledger.NewId()), content, [.. content.Lines.Select(_ => (string?)null)], null);
        });

    public Task<IReadOnlyList<WriteResult<RemoteDocument>>> UpdateAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyList<DocumentUpdate> updates,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        WriteAsync("Documents.Update", updates, key, update =>
            !_documents.TryGetValue(update.Id, out var known) ? Refused(RefusalKind.NotFound, "The document does not exist.")
            : known.IsSettledInPart || known.Status is DocumentStatus.Voided or DocumentStatus.Deleted
                ? Refused(RefusalKind.StateForbids, "The document cannot be changed in its state.")
            : IsLocked(known.Date) ? Refused(RefusalKind.PeriodLocked, "The period is locked.")
            : Store(update.Id, update.Content, update.LineIds, known));

    public Task<IReadOnlyList<WriteResult<RemoteDocument>>> VoidAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyList<RemoteDocument> documents,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        WriteAsync("Documents.Void", documents, key, document =>
            !_documents.TryGetValue(document.Id, out var known) ? Refused(RefusalKind.NotFound, "The document does not exist.")
            : known.IsSettledInPart ? Refused(RefusalKind.StateForbids, "Payments or credits stand against the document.")
            : IsLocked(known.Date) ? Refused(RefusalKind.PeriodLocked, "The period is locked.")
            : Keep(known with
            {
                Status = known.Status is DocumentStatus.Draft or DocumentStatus.Submitted ? DocumentStatus.Deleted : DocumentStatus.Voided,
            }));

    public Task<Refusal?> AllocateAsync(
        RemoteConnection connection,
        CreditAllocation allocation,
        IdempotencyKey key,
        CancellationToken cancellationToken)
    {
        ledger.Enter("Documents.Allocate", 1);
        Refusal? refusal = null;
        if (!_answers.ContainsKey(key))
        {
            refusal = Allocate(allocation);
            if (refusal is null)
            {
                _answers[key] = [];
            }
        }

        ledger.Leave("Documents.Allocate");
        return Task.FromResult(refusal);
    }

    private static WriteResult<RemoteDocument> Refused(RefusalKind kind, string message) => new(null, new(kind, [message]), []);

    private Refusal? Allocate(CreditAllocation allocation)
    {
        if (!_documents.TryGetValue(allocation.CreditNoteId, out var credit) || !_documents.TryGetValue(allocation.InvoiceId, out var invoice))
        {
            return new(RefusalKind.NotFound, ["The credit note or the invoice does not exist."]);
        }

        if (allocation.Amount > credit.Gross - credit.AmountCredited
            || allocation.Amount > invoice.Gross - invoice.AmountPaid - invoice.AmountCredited)
        {
            return new(RefusalKind.StateForbids, ["The amount exceeds what is left."]);
        }

        Keep(credit with { AmountCredited = credit.AmountCredited + allocation.Amount });
        Keep(invoice with { AmountCredited = invoice.AmountCredited + allocation.Amount });
        Allocations.Add(allocation);
        return null;
    }

    private Task<IReadOnlyList<RemoteDocument>> FindAsync(string name, int records, Func<RemoteDocument, bool> wanted)
    {
        ledger.Enter(name, records);
        IReadOnlyList<RemoteDocument> found = [.. Documents.Where(wanted)];
        ledger.Leave(name);
        return Task.FromResult(found);
    }

    private Task<IReadOnlyList<WriteResult<RemoteDocument>>> WriteAsync<T>(
        string name,
        IReadOnlyList<T> elements,
        IdempotencyKey key,
        Func<T, WriteResult<RemoteDocument>> write)
    {
        ledger.Enter(name, elements.Count);
        Assert.InRange(elements.Count, 1, MaximumBatch);
        if (!_answers.TryGetValue(key, out var answer))
        {
            _answers[key] = answer = [.. elements.Select(write)];
        }

        ledger.Leave(name);
        return Task.FromResult(answer);
    }

    private WriteResult<RemoteDocument> Store(
        RemoteDocumentId id,
        DocumentContent content,
        IReadOnlyList<string?> lineIds,
        RemoteDocument? known)
    {
        if (Refuse?.Invoke(content) is { } refusal)
        {
            return new(null, refusal, []);
        }

        if (IsLocked(content.Date))
        {
            return Refused(RefusalKind.PeriodLocked, "The period is locked.");
        }

        if (content.Number is { } number && Documents.Any(other => other.Id != id && other.Kind == content.Kind && other.Number == number
            && other.Status is not (DocumentStatus.Voided or DocumentStatus.Deleted)))
        {
            return Refused(RefusalKind.NumberTaken, $"The number {number} must be unique.");
        }

        var lines = content.Lines.Select((line, index) => ToStored(line, content, lineIds[index])).ToList();
        if (content.Kind == DocumentKind.Journal && lines.Sum(line => line.LineAmount) != 0)
        {
            return Refused(RefusalKind.Unbalanced, "The total debits must equal total credits.");
        }

        var vat = lines.Sum(line => line.TaxAmount);
        var amount = content.Kind == DocumentKind.Journal ? 0 : lines.Sum(line => line.LineAmount);
        var net = content.LineAmountTypes == LineAmountTypes.Inclusive ? amount - vat : amount;
        return Keep(new()
        {
            Id = id,
            Kind = content.Kind,
            Status = content.Status,
            Number = content.Number,
            Reference = content.Reference ?? known?.Reference,
            ContactId = content.ContactId,
            Date = content.Date,
            DueDate = content.DueDate,
            Currency = content.Currency,
            Net = net,
            Vat = vat,
            Gross = net + vat,
            Lines = lines,
            Narration = content.Narration,
            Url = content.Url,
            UpdatedAt = default,
        });
    }

    private RemoteDocumentLine ToStored(DocumentLine line, DocumentContent content, string? id)
    {
        var amount = Money.Round(line.Quantity * line.UnitAmount);
        var percent = content.LineAmountTypes == LineAmountTypes.NoTax ? 0 : Percents.GetValueOrDefault(line.TaxType ?? "NONE");
        return new()
        {
            Id = content.Kind == DocumentKind.Journal ? null : id ?? ledger.NewId(),
            Description = line.Description,
            Quantity = line.Quantity,
            UnitAmount = line.UnitAmount,
            LineAmount = amount,
            TaxAmount = Money.Round(content.LineAmountTypes == LineAmountTypes.Inclusive
                ? amount - (amount / (1 + (percent / 100)))
                : amount * percent / 100),
            AccountCode = line.AccountCode,
            AccountId = line.AccountId,
            TaxType = line.TaxType,
            ItemCode = line.ItemCode,
        };
    }

    private WriteResult<RemoteDocument> Keep(RemoteDocument document)
    {
        var stored = document with { UpdatedAt = ledger.Clock.GetUtcNow() };
        stored = Distort?.Invoke(stored) ?? stored;
        _documents[stored.Id] = stored;
        return new(stored, null, []);
    }

    private bool IsLocked(DateOnly date) => LockedUntil is { } locked && date <= locked;
}
