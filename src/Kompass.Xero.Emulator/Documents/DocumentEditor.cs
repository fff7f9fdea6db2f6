using System.Globalization;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>Turns one posted element into a document, checked against everything that Xero checks.</summary>
internal sealed class DocumentEditor(AccountingCall call, DocumentShape shape)
{
    public EmulatedDocument? Edit(JsonObject sent, EmulatedDocument? before, ElementOutcome<EmulatedDocument> outcome)
    {
        var status = sent.Text("Status")?.ToUpperInvariant() ?? before?.Status ?? "DRAFT";
        DocumentRules.CheckStatus(before, status, outcome.Refuse);
        if (before is { IsDead: true })
        {
            return null;
        }

        var type = sent.Text("Type")?.ToUpperInvariant() ?? before?.Type ?? "";
        if (!shape.Types.Contains(type) || (before is not null && before.Type != type))
        {
            outcome.Refuse($"The Type '{type}' is not valid for this document.");
            return null;
        }

        var contact = DocumentContact.Resolve(call, sent, before, outcome.Refuse);
        if (contact is null)
        {
            return null;
        }

        var document = Head(sent, before, status, type, contact, outcome);
        document = WithLines(sent, before, document, outcome);
        Check(before, document, outcome);
        return document;
    }

    private EmulatedDocument Head(
        JsonObject sent, EmulatedDocument? before, string status, string type, EmulatedContact contact, ElementOutcome<EmulatedDocument> outcome)
    {
        var state = call.State;
        var currency = sent.TextOr("CurrencyCode", null)?.ToUpperInvariant()
            ?? before?.CurrencyCode ?? contact.DefaultCurrency ?? state.Organisation.BaseCurrency;
        if (!state.Currencies.ContainsKey(currency))
        {
            outcome.Refuse($"Organisation is not subscribed to currency {currency}");
        }

        var isSales = type is "ACCREC" or "ACCRECCREDIT";
        var number = sent.TextOr(shape.NumberName, before?.Number);
        return (before ?? new EmulatedDocument { Id = call.Context.Ids.Next(), Kind = shape.Kind, Type = type, ContactId = contact.Id, CreatedByApp = true }) with
        {
            ContactId = contact.Id,
            Status = status,
            Number = number ?? (isSales ? NextNumber() : null),
            // Only sales documents have a reference of their own.
            Reference = isSales ? sent.TextOr("Reference", before?.Reference) : null,
            Date = sent.Day("Date") ?? before?.Date ?? call.Today,
            DueDate = shape.Kind == DocumentKind.Invoice ? sent.Day("DueDate") ?? before?.DueDate ?? DueDates.Otherwise(call, contact, status, isSales, sent.Day("Date") ?? before?.Date ?? call.Today) : null,
            LineAmountTypes = AmountTypes(sent, outcome) ?? before?.LineAmountTypes ?? "Exclusive",
            CurrencyCode = currency,
            CurrencyRate = Rate(sent, before, currency, outcome),
            Url = sent.TextOr("Url", before?.Url),
            SentToContact = sent.Flag("SentToContact") ?? before?.SentToContact ?? false,
            UpdatedDateUtc = call.Now,
        };
    }

    private EmulatedDocument WithLines(JsonObject sent, EmulatedDocument? before, EmulatedDocument document, ElementOutcome<EmulatedDocument> outcome)
    {
        var reader = new LineReader(call, document, outcome);
        if (sent.Children("LineItems") is { } lines)
        {
            document = document with { Lines = [.. lines.Select(line => reader.Read(line, before))] };
        }
        else if (before is not null && before.LineAmountTypes != document.LineAmountTypes)
        {
            document = document with { Lines = [.. document.Lines.Select(line => reader.WithTax(line, null))] };
        }

        return Totalled(document);
    }

    internal static EmulatedDocument Totalled(EmulatedDocument document)
    {
        var amounts = document.Lines.Sum(line => line.LineAmount);
        var tax = document.Lines.Sum(line => line.TaxAmount);
        var net = document.LineAmountTypes == "Inclusive" ? amounts - tax : amounts;
        return document with { Net = net + 0.00m, Vat = tax + 0.00m, Gross = net + tax + 0.00m };
    }

    private void Check(EmulatedDocument? before, EmulatedDocument document, ElementOutcome<EmulatedDocument> outcome)
    {
        DocumentRules.CheckLocks(call, document.Date, outcome.Refuse);
        if (before is not null && before.Date != document.Date)
        {
            DocumentRules.CheckLocks(call, before.Date, outcome.Refuse);
        }

        if (document.IsDead)
        {
            return;
        }

        if (before is { IsSettledInPart: true } or { Status: "PAID" })
        {
            DocumentRules.CheckSettled(before, document, outcome.Refuse);
        }

        if (document.Status is not "DRAFT")
        {
            DocumentRules.CheckApprovable(call.State, document, outcome.Refuse);
            ApprovalLimit.Check(call, before, document, outcome.Refuse);
        }

        if (document is { SentToContact: true, Status: not ("AUTHORISED" or "PAID") })
        {
            outcome.Refuse("SentToContact can only be set on an approved invoice.");
        }

        DocumentRules.CheckTexts(document, outcome.Refuse);
        if (document.IsSales && IsTaken(document))
        {
            outcome.Refuse(shape.NumberTaken);
        }
    }

    private bool IsTaken(EmulatedDocument document) => shape.Numbers(call.State).Find(document.Number)
        .Any(id => id != document.Id && !Frees(call.State.Document(id)!));

    private bool Frees(EmulatedDocument document) => call.Switches.NumberReuse switch
    {
        NumberReuse.AfterDeleted => document.Status == "DELETED",
        NumberReuse.AfterDeletedOrVoided => document.IsDead,
        _ => false,
    };

    private string NextNumber()
    {
        var numbers = shape.Numbers(call.State);
        for (var next = 1; ; next++)
        {
            var number = $"{shape.NumberPrefix}{next.ToString("D4", CultureInfo.InvariantCulture)}";
            if (numbers.Find(number).IsEmpty)
            {
                return number;
            }
        }
    }

    private decimal Rate(JsonObject sent, EmulatedDocument? before, string currency, ElementOutcome<EmulatedDocument> outcome)
    {
        var sentRate = sent.Number("CurrencyRate");
        if (sentRate <= 0)
        {
            outcome.Refuse("The currency rate must be greater than zero.");
        }

        if (currency == call.State.Organisation.BaseCurrency)
        {
            return 1m;
        }

        if (sentRate is { } stated and > 0)
        {
            var usual = DayRates.Of(currency, call.Switches);
            if (stated > usual * 1.5m || stated < usual / 1.5m)
            {
                outcome.Warnings.Add($"The currency rate {stated.ToString(CultureInfo.InvariantCulture)} for {currency} is far from the rate of the day.");
            }

            return Math.Round(stated, 6, MidpointRounding.AwayFromZero);
        }

        return before?.CurrencyCode == currency ? before.CurrencyRate : DayRates.Of(currency, call.Switches);
    }

    private static string? AmountTypes(JsonObject sent, ElementOutcome<EmulatedDocument> outcome)
    {
        switch (sent.TextOr("LineAmountTypes", null)?.ToUpperInvariant())
        {
            case null: return null;
            case "EXCLUSIVE": return "Exclusive";
            case "INCLUSIVE": return "Inclusive";
            case "NOTAX": return "NoTax";
            default:
                outcome.Refuse("LineAmountTypes must be Exclusive, Inclusive or NoTax.");
                return null;
        }
    }
}
