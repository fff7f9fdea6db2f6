namespace Kompass.Accounting;

/// <summary>Turns an invoice into a document, field by field, or says why it must be held. Pure.</summary>
internal sealed class DocumentBuilder(Observation observation, LedgerCodes codes)
{
    private readonly LineBuilder _lines = new(codes, observation.Configuration, observation.Provider.Limits);

    private DocumentSettings Settings => observation.Configuration.Documents;

    private LedgerLimits Limits => observation.Provider.Limits;

    public BuiltDocument Build(Invoice invoice, RemoteContactId? contact)
    {
        var kind = DocumentKinds.Of(invoice.Kind)
            ?? throw new HoldException(HoldReason.NetZeroWithVat, $"The net amount is zero and the VAT is {invoice.Vat}.");
        PeriodLock.Require(invoice.Date, observation.LockedUntil);
        RequireCurrency(invoice, kind);
        var types = kind == DocumentKind.Journal ? LineAmountTypes.NoTax : Settings.LineAmountTypes;
        var lines = BuildLines(invoice, kind);
        var expected = kind == DocumentKind.Journal ? RequireBalance(invoice, lines) : RequireTotals(invoice, lines, types);

        return new(
            new()
            {
                Kind = kind,
                Number = kind == DocumentKind.Journal ? null : Number(invoice),
                Reference = kind == DocumentKind.Journal ? null : Reference(invoice),
                ContactId = kind == DocumentKind.Journal ? null : contact,
                Date = invoice.Date,
                DueDate = kind == DocumentKind.Invoice ? RequireDueDate(invoice) : null,
                Currency = invoice.Currency,
                LineAmountTypes = types,
                Status = Settings.StatusFor(kind),
                Lines = [.. lines.Select(line => line.Line)],
                Narration = kind == DocumentKind.Journal ? JournalMarker.Narrate(invoice, Limits) : null,
                Url = invoice.Url,
            },
            expected,
            lines);
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

    private static DocumentTotals RequireTotals(Invoice invoice, List<BuiltLine> lines, LineAmountTypes types)
    {
        var stated = new DocumentTotals(Math.Abs(invoice.Net), invoice.Net < 0 ? -invoice.Vat : invoice.Vat);
        var predicted = TaxCalculator.Predict(lines, types);
        return predicted == stated
            ? predicted
            : throw new HoldException(
                HoldReason.TotalsDiffer,
                $"Kompass says net {stated.Net:0.00}, VAT {stated.Vat:0.00}, gross {stated.Gross:0.00}; "
                + $"the lines come to net {predicted.Net:0.00}, VAT {predicted.Vat:0.00}, gross {predicted.Gross:0.00}.");
    }

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
