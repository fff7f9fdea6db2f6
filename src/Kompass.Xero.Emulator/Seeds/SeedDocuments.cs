using System.Collections.Immutable;
using System.Globalization;

namespace Kompass.Xero.Emulator;

/// <summary>
/// What was done in an organisation before the app came: documents, payments, allocations, journals and tracking, as the seed's tables say.
/// Their dates are fixed; only their last changes follow the clock.
/// </summary>
/// <param name="rows">The rows of a table.</param>
/// <param name="id">The id that belongs to a kind and a key.</param>
/// <param name="next">The next instant of a last change.</param>
internal sealed class SeedDocuments(Func<string, IEnumerable<CsvTable.Row>> rows, Func<string, string, Guid> id, Func<DateTimeOffset> next)
{
    private readonly ILookup<string?, CsvTable.Row> _lines = rows("lines").ToLookup(row => row["document"]);
    private readonly ILookup<string?, CsvTable.Row> _journalLines = rows("journal-lines").ToLookup(row => row["journal"]);
    private readonly Dictionary<string, Guid> _documents = new(StringComparer.Ordinal);

    public BooksState AddTo(BooksState state)
    {
        state = state with { Tracking = [.. rows("tracking").Select(Category)] };
        foreach (var row in rows("documents"))
        {
            var document = Document(state, row);
            _documents.Add(row["key"]!, document.Id);
            state = state.With(document);
        }

        foreach (var row in rows("allocations"))
        {
            state = Settlement.Allocate(state, Allocation(row), next());
        }

        foreach (var row in rows("payments"))
        {
            var payment = Payment(state, row);
            state = payment.Status == "DELETED" ? state.With(payment) : Settlement.Pay(state, payment, payment.UpdatedDateUtc);
        }

        foreach (var row in rows("journals"))
        {
            state = state.With(Journal(state, row));
        }

        return state;
    }

    private EmulatedTrackingCategory Category(CsvTable.Row row) => new(
        id("tracking", row["name"]!),
        row["name"]!,
        row["status"]!,
        row["options"]!.Split('|').ToImmutableDictionary(option => id("tracking-option", $"{row["name"]}|{option}"), option => option));

    private EmulatedDocument Document(BooksState state, CsvTable.Row row)
    {
        var type = row["type"]!;
        var amounts = row["amounts"]!;
        return DocumentEditor.Totalled(new EmulatedDocument
        {
            Id = id("document", row["key"]!),
            Kind = type is "ACCREC" or "ACCPAY" ? DocumentKind.Invoice : DocumentKind.CreditNote,
            Type = type,
            Number = row["number"],
            ContactId = id("contact", row["contact"]!),
            Date = Day(row, "date"),
            DueDate = row["due_date"] is null ? null : Day(row, "due_date"),
            Status = row["status"]!,
            LineAmountTypes = amounts,
            CurrencyCode = row["currency"]!,
            CurrencyRate = row["rate"] is null ? 1m : Number(row, "rate"),
            Reference = row["reference"],
            SentToContact = row.Flag("sent"),
            Lines = [.. _lines[row["key"]].Select((line, at) => Line(state, line, amounts, $"{row["key"]}|{at}"))],
            UpdatedDateUtc = next(),
        });
    }

    private EmulatedLine Line(BooksState state, CsvTable.Row row, string amounts, string key)
    {
        var (quantity, price, rate, off) = (Number(row, "quantity"), Number(row, "unit_price"), Number(row, "discount_rate"), Number(row, "discount_amount"));
        var amount = Amounts.Money((quantity * price * (1 - (rate / 100))) - off);
        var account = Account(state, row["account"]);
        var percent = state.TaxRate(row["tax_type"] ?? "NONE")!.Rate;
        return new EmulatedLine
        {
            Id = id("line", key),
            Description = row["description"],
            Quantity = Amounts.Scaled(quantity, 4),
            UnitAmount = Amounts.Scaled(price, 4),
            DiscountRate = rate == 0 ? null : rate,
            DiscountAmount = off == 0 ? null : off,
            ItemCode = row["item"],
            AccountCode = account?.Code,
            AccountId = account?.Id,
            TaxType = row["tax_type"],
            LineAmount = amount,
            TaxAmount = Amounts.Money(amounts switch
            {
                "Exclusive" => amount * percent / 100,
                "Inclusive" => amount * percent / (100 + percent),
                _ => 0,
            }),
            Tracking = Tracking(state, row),
        };
    }

    private EmulatedAllocation Allocation(CsvTable.Row row) => new(
        id("allocation", $"{row["credit_note"]}|{row["invoice"]}"), _documents[row["credit_note"]!], _documents[row["invoice"]!], Number(row, "amount"), Day(row, "date"));

    private EmulatedPayment Payment(BooksState state, CsvTable.Row row) => new()
    {
        Id = id("payment", $"{row["document"]}|{row["date"]}"),
        DocumentId = _documents[row["document"]!],
        Amount = Number(row, "amount"),
        Date = Day(row, "date"),
        AccountId = Account(state, row["account"])!.Id,
        Reference = row["reference"],
        Status = row["status"] ?? "AUTHORISED",
        UpdatedDateUtc = next(),
    };

    private EmulatedJournal Journal(BooksState state, CsvTable.Row row) => new()
    {
        Id = id("journal", row["key"]!),
        Narration = row["narration"]!,
        Date = Day(row, "date"),
        Status = row["status"]!,
        LineAmountTypes = row["amounts"]!,
        Lines =
        [
            .. _journalLines[row["key"]].Select(line => new EmulatedJournalLine
            {
                Description = line["description"],
                AccountCode = line["account"],
                AccountId = Account(state, line["account"])!.Id,
                TaxType = line["tax_type"]!,
                LineAmount = Number(line, "amount"),
                Tracking = Tracking(state, line),
            }),
        ],
        UpdatedDateUtc = next(),
    };

    /// <summary>An account by its code, or by its name when it has none.</summary>
    private static EmulatedAccount? Account(BooksState state, string? key) => key is null ? null
        : state.AccountByCode(key) ?? state.Accounts.Find(account => account.Name == key) ?? throw new InvalidOperationException($"The seed has no account {key}.");

    private static ImmutableList<EmulatedTracking> Tracking(BooksState state, CsvTable.Row row) =>
    [
        .. (row["tracking"]?.Split('|') ?? []).Select(text =>
        {
            var (name, option) = (text[..text.IndexOf(':', StringComparison.Ordinal)], text[(text.IndexOf(':', StringComparison.Ordinal) + 2)..]);
            var category = state.Tracking.Single(known => known.Name == name);
            return new EmulatedTracking(category.Id, category.Options.Single(known => known.Value == option).Key, name, option);
        }),
    ];

    private static decimal Number(CsvTable.Row row, string column) => row[column] is { } text ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : 0m;

    private static DateOnly Day(CsvTable.Row row, string column) => DateOnly.ParseExact(row[column]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
