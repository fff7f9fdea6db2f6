using System.Collections.Immutable;
using System.Globalization;

namespace Kompass.Xero.Emulator;

/// <summary>
/// Ten thousand contacts and fifty thousand documents, made by arithmetic alone: the same books every time, and no file to carry.
/// </summary>
internal sealed class LargeSeed(BooksState books, Guid tenantId, DateTimeOffset start)
{
    private const int Contacts = 10_000;
    private const int Invoices = 44_000;
    private const int CreditNotes = 4_000;
    private const int Journals = 2_000;

    private static readonly string[] Places =
    [
        "Abbotsford", "Aldwick", "Ashgrove", "Barlow", "Beckfoot", "Birkdale", "Blackmoor", "Bowfell", "Bramley", "Calder", "Carlton", "Cawthorne",
        "Coniston", "Cragside", "Dalton", "Denby", "Eastgate", "Elmfield", "Farndale", "Fellside", "Garforth", "Glaisdale", "Hartwith", "Hebden",
        "Ingleby", "Kirkstall", "Langdale", "Linton", "Marsden", "Netherby", "Oakworth", "Otterburn", "Pennine", "Ravenglass", "Rosedale", "Saltburn",
        "Silverdale", "Tadcaster", "Ullswater", "Wharfedale",
    ];

    private static readonly string[] Trades =
    [
        "Architects", "Bakery", "Builders", "Catering", "Consulting", "Dental Care", "Design", "Electrical", "Engineering", "Estates", "Events",
        "Farms", "Flooring", "Foods", "Garages", "Haulage", "Interiors", "Joinery", "Landscapes", "Logistics", "Motors", "Packaging", "Plumbing",
        "Printing", "Training",
    ];

    private static readonly string[] Forms = ["Ltd", "& Sons", "LLP", "Group Ltd", "Partners", "(North) Ltd", "(South) Ltd", "Holdings plc", "Co", "CIC"];

    private static readonly string[] Towns = ["Leeds", "York", "Hull", "Sheffield", "Bradford", "Ripon", "Skipton", "Harrogate"];

    private static readonly string[] Works = ["Design and drawings", "Materials", "Site work", "Maintenance visit", "Call-out", "Monthly retainer", "Delivery"];

    private readonly Guid[] _contacts = [.. Enumerable.Range(0, Contacts).Select(at => Id("contact", tenantId, at))];

    private readonly EmulatedAccount[] _sales = [.. books.Accounts.Where(account => account is { Class: "REVENUE", Status: "ACTIVE", Code: not null })];

    private readonly EmulatedAccount[] _costs = [.. books.Accounts.Where(account => account is { Class: "EXPENSE", Status: "ACTIVE", Code: not null, TaxType: "INPUT2" })];

    public BooksState Build()
    {
        List<EmulatedContact> contacts = [.. Enumerable.Range(0, Contacts).Select(Contact)];
        List<EmulatedDocument> invoices = [.. Enumerable.Range(0, Invoices).Select(Invoice)];
        List<EmulatedDocument> credits = [.. Enumerable.Range(0, CreditNotes).Select(CreditNote)];
        return books with
        {
            Contacts = contacts.ToImmutableDictionary(contact => contact.Id),
            ContactNames = KeyIndex.Of(contacts.Where(contact => contact.IsActive).Select(contact => (contact.Id, (string?)contact.Name))),
            ContactNumbers = KeyIndex.Of(contacts.Select(contact => (contact.Id, contact.ContactNumber))),
            Invoices = invoices.ToImmutableDictionary(document => document.Id),
            InvoiceNumbers = KeyIndex.Of(invoices.Where(document => document.IsSales).Select(document => (document.Id, document.Number))),
            CreditNotes = credits.ToImmutableDictionary(document => document.Id),
            CreditNoteNumbers = KeyIndex.Of(credits.Where(document => document.IsSales).Select(document => (document.Id, document.Number))),
            Journals = Enumerable.Range(0, Journals).Select(Journal).ToImmutableDictionary(journal => journal.Id),
        };
    }

    private EmulatedContact Contact(int at)
    {
        var name = $"{Places[at % 40]} {Trades[at / 40 % 25]} {Forms[at / 1000]}";
        var handle = Text($"{Places[at % 40].ToLowerInvariant()}{at}");
        return new EmulatedContact
        {
            Id = _contacts[at],
            Name = name,
            ContactNumber = at % 4 == 0 ? Text($"C-{at:D5}") : null,
            EmailAddress = at % 3 == 0 ? null : $"accounts@{handle}.example",
            CompanyNumber = at % 2 == 0 ? Text($"{10_000_000 + (at * 7)}") : null,
            Phones = at % 5 == 0 ? [] : [new EmulatedPhone("DEFAULT", Text($"01632 96{at % 10_000:D4}"))],
            Addresses = [new EmulatedAddress("POBOX") { Line1 = Text($"{1 + (at % 180)} Station Road"), City = Towns[at % 8], PostalCode = Text($"LS{1 + (at % 28)} {1 + (at % 9)}AB"), Country = "United Kingdom" }],
            Status = at % 50 == 49 ? "ARCHIVED" : "ACTIVE",
            UpdatedDateUtc = start.AddSeconds(at),
        };
    }

    private EmulatedDocument Invoice(int at)
    {
        var isBill = at % 8 == 7;
        return Document(at, isBill ? "ACCPAY" : "ACCREC", DocumentKind.Invoice, isBill ? Text($"BILL-{at:D6}") : Text($"INV-{at:D6}"), Invoices) with
        {
            DueDate = Day(at, Invoices).AddDays(30),
            Reference = at % 3 == 0 && !isBill ? Text($"PO {at * 3}") : null,
            SentToContact = at % 2 == 0 && !isBill,
        };
    }

    private EmulatedDocument CreditNote(int at) => Document(at, "ACCRECCREDIT", DocumentKind.CreditNote, Text($"CN-{at:D5}"), CreditNotes);

    private EmulatedDocument Document(int at, string type, DocumentKind kind, string number, int count)
    {
        var isSales = type != "ACCPAY";
        var accounts = isSales ? _sales : _costs;
        var lines = Enumerable.Range(0, 1 + (at % 3)).Select(line => Line(type, at, line, accounts[(at + line) % accounts.Length])).ToImmutableList();
        return DocumentEditor.Totalled(new EmulatedDocument
        {
            Id = Id(type, tenantId, at),
            Kind = kind,
            Type = type,
            ContactId = _contacts[at * 13 % Contacts],
            Number = number,
            Date = Day(at, count),
            Status = (at % 20) switch { 18 => "DRAFT", 19 => "VOIDED", _ => "AUTHORISED" },
            CurrencyCode = books.Organisation.BaseCurrency,
            Lines = lines,
            UpdatedDateUtc = start.AddSeconds(Contacts + at),
        });
    }

    private EmulatedLine Line(string type, int at, int line, EmulatedAccount account)
    {
        var (quantity, price) = (1 + ((at + line) % 12), (((at * 37) + (line * 11)) % 50_000 / 100m) + 1);
        var amount = Amounts.Money(quantity * price);
        return new EmulatedLine
        {
            Id = Id($"{type}-line-{line}", tenantId, at),
            Description = Works[(at + line) % Works.Length],
            Quantity = quantity,
            UnitAmount = price,
            AccountCode = account.Code,
            AccountId = account.Id,
            TaxType = account.TaxType,
            LineAmount = amount,
            TaxAmount = Amounts.Money(amount * (books.TaxRate(account.TaxType ?? "NONE")?.Rate ?? 0) / 100),
        };
    }

    private EmulatedJournal Journal(int at)
    {
        var (amount, account) = (100m + (at % 900), books.AccountByCode("850"));
        EmulatedJournalLine Half(EmulatedAccount? on, decimal sum) => new()
        {
            Description = "Income of the month",
            AccountCode = on?.Code,
            AccountId = on?.Id,
            TaxType = "NONE",
            LineAmount = sum,
        };
        return new EmulatedJournal
        {
            Id = Id("journal", tenantId, at),
            Narration = Text($"Deferred income {at:D5}"),
            Status = at % 20 == 19 ? "DRAFT" : "POSTED",
            Date = Day(at, Journals),
            Lines = [Half(account, amount), Half(_sales[at % _sales.Length], -amount)],
            UpdatedDateUtc = start.AddSeconds(Contacts + at),
        };
    }

    /// <summary>Spread evenly over the two years before the seed's start.</summary>
    private DateOnly Day(int at, int count) => DateOnly.FromDateTime(start.UtcDateTime).AddDays((int)(730L * at / count) - 730);

    private static Guid Id(string kind, Guid tenantId, int at) => IdSource.Derive("large", kind, tenantId.ToString(), at.ToString(CultureInfo.InvariantCulture));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
