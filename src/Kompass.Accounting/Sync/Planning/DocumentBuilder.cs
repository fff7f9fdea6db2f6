namespace Kompass.Accounting;

/// <summary>Turns an invoice into a document, field by field, or says why it must be held. Pure.</summary>
internal sealed class DocumentBuilder(Observation observation, LedgerCodes codes)
{
    private readonly LineBuilder _lines = new(codes, observation.Configuration, observation.Provider.Limits);
    private readonly TotalsProof _proof = new(observation.Configuration.Documents, codes);

    private DocumentSettings Settings => observation.Configuration.Documents;

    private LedgerLimits Limits => observation.Provider.Limits;

    /// <summary>Builds the document.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="contact">Its contact; null where it is created in the same run, and on journals.</param>
    /// <param name="date">The date to give it: the invoice's own, unless a journal was dated anew.</param>
    public BuiltDocument Build(Invoice invoice, RemoteContactId? contact, DateOnly date)
    {
        var kind = DocumentKinds.Of(invoice.Kind)
            ?? throw new HoldException(HoldReason.NetZeroWithVat, $"The net amount is zero and the VAT is {invoice.Vat}.");
        RequireCurrency(invoice, kind);
        var types = kind == DocumentKind.Journal ? LineAmountTypes.NoTax : Settings.LineAmountTypes;
        var lines = BuildLines(invoice, kind);
        DocumentTotals expected;
        var adjustment = 0m;
        if (kind == DocumentKind.Journal)
        {
            expected = RequireBalance(invoice, lines);
        }
        else
        {
            (lines, expected, adjustment) = _proof.Require(invoice, lines, types);
        }

        return new(
            new()
            {
                Kind = kind,
                Number = kind == DocumentKind.Journal ? null : Number(invoice),
                Reference = kind == DocumentKind.Journal ? null : Reference(invoice),
                ContactId = kind == DocumentKind.Journal ? null : contact,
                Date = date,
                DueDate = kind == DocumentKind.Invoice ? RequireDueDate(invoice) : null,
                Currency = invoice.Currency,
                LineAmountTypes = types,
                Status = Settings.StatusFor(kind),
                Lines = [.. lines.Select(line => line.Line)],
                Narration = kind == DocumentKind.Journal ? JournalMarker.Narrate(invoice, date, Limits) : null,
                Url = invoice.Url,
            },
            expected,
            lines,
            adjustment);
    }

    /// <summary>The number to send.</summary>
    public string Number(Invoice invoice)
    {
        var number = Templates.Fill(Settings.NumberTemplate, invoice);
        return number.Length > 0 && number.Length <= Limits.DocumentNumber
            ? number
            : throw new HoldException(
                HoldReason.NumberInvalid,
                $"The number '{number}' has {number.Length} characters; 1 to {Limits.DocumentNumber} are taken.");
    }

    private List<BuiltLine> BuildLines(Invoice invoice, DocumentKind kind) =>
        [.. invoice.Allocations
            .Select((line, index) => (Line: line, Number: index + 1))
            .Where(entry => kind != DocumentKind.Journal || entry.Line.Amount != 0)
            .Select(entry => _lines.Build(invoice, entry.Line, entry.Number, kind))];

    private string? Reference(Invoice invoice)
    {
        var reference = Templates.Fill(Settings.ReferenceTemplate, invoice);
        return reference.Length == 0 ? null : reference.Length > Limits.DocumentNumber ? reference[..Limits.DocumentNumber] : reference;
    }

    private void RequireCurrency(Invoice invoice, DocumentKind kind)
    {
        var isBase = invoice.Currency == observation.Organisation.BaseCurrency;
        if (!isBase && (kind == DocumentKind.Journal || !codes.Uses(invoice.Currency)))
        {
            throw new HoldException(
                HoldReason.CurrencyNotSubscribed,
                kind == DocumentKind.Journal
                    ? $"The journal is in {invoice.Currency}; journals are posted in {observation.Organisation.BaseCurrency} alone."
                    : $"The document is in {invoice.Currency}, which the organisation {observation.Organisation.Name} does not use.");
        }
    }

    private static DateOnly RequireDueDate(Invoice invoice) =>
        invoice.DueDate ?? throw new HoldException(HoldReason.MissingDueDate, "The invoice has no due date.");

    private static DocumentTotals RequireBalance(Invoice invoice, List<BuiltLine> lines)
    {
        var sum = invoice.Allocations.Sum(line => line.Amount);
        if (sum != 0)
        {
            throw new HoldException(HoldReason.UnbalancedJournal, $"The allocations of the journal sum to {sum:0.00} instead of zero.");
        }

        return lines.Count >= 2
            ? new(0, 0)
            : throw new HoldException(HoldReason.UnbalancedJournal, "A journal needs at least two lines.");
    }
}
