namespace Kompass.Xero.Emulator.Tests;

/// <summary>The seed that holds what real books hold: every awkward record, by name.</summary>
public sealed class LivedInSeedTests
{
    private static readonly BooksSnapshot Books = new Xero(options => options.Seed = "lived-in").Books;

    private static readonly IReadOnlyDictionary<string, Func<bool>> Awkward = new Dictionary<string, Func<bool>>
    {
        ["account without a code"] = () => Books.Accounts.Any(account => account.Code is null),
        ["archived account"] = () => Books.Accounts.Any(account => account.Status == "ARCHIVED"),
        ["account with an empty SystemAccount"] = () => Books.Accounts.Any(account => account.SystemAccount == ""),
        ["account with an absent SystemAccount"] = () => Books.Accounts.Any(account => account.SystemAccount is null),
        ["account with a SystemAccount"] = () => Books.Accounts.Any(account => account.SystemAccount == "DEBTORS"),
        ["archived tax rate"] = () => Books.TaxRates.Any(rate => rate.Status == "ARCHIVED"),
        ["custom rate TAX001"] = () => Books.TaxRates.Any(rate => rate.TaxType == "TAX001"),
        ["tax rate not applicable to revenue"] = () => Books.TaxRates.Any(rate => !rate.CanApplyToRevenue),
        ["item with empty PurchaseDetails"] = () => Books.Items.Any(item => item is { PurchaseUnitPrice: null, PurchaseAccountCode: null, PurchaseTaxType: null, CogsAccountCode: null }),
        ["two contacts that differ by case and space only"] = () => Active
            .GroupBy(contact => string.Join(' ', contact.Name.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Any(group => group.Count() == 2 && group.Select(contact => contact.Name).Distinct().Count() == 2),
        ["two contacts with one ContactNumber"] = () => Active.Where(contact => contact.ContactNumber is not null).GroupBy(contact => contact.ContactNumber).Any(group => group.Count() == 2),
        ["archived contact"] = () => Books.Contacts.Any(contact => contact is { Status: "ARCHIVED", MergedToContactId: null }),
        ["merged contact"] = () => Books.Contacts.Any(contact => contact is { Status: "ARCHIVED", MergedToContactId: not null }),
        ["lock dates"] = () => Books.Organisation is { PeriodLockDate: not null, EndOfYearLockDate: not null },
        ["New Zealand time zone, whose date rolls before UTC"] = () => Books.Organisation.TimeZone == "NEWZEALANDSTANDARDTIME",
        ["unknown organisation class"] = () => Books.Organisation.Class == "FUTUREPLAN",
        ["unknown account type"] = () => Books.Accounts.Any(account => account.Type == "NEWTYPE"),

        ["item without sales details"] = () => Books.Items.Any(item => item is { SalesAccountCode: null, Description: null }),
        ["item with tracked stock and both accounts"] = () => Books.Items.Any(item => item is { IsTracked: true, InventoryAssetAccountCode: not null, CogsAccountCode: not null }),
        ["second currency"] = () => Books.Currencies.Contains("SEK"),
        ["archived tracking category"] = () => Books.TrackingCategories.Any(category => category.Status == "ARCHIVED"),
        ["two active tracking categories"] = () => Books.TrackingCategories.Count(category => category.Status == "ACTIVE") == 2,
        ["line with two tracking categories"] = () => Lines.Any(line => line.Tracking.Count == 2),
        ["line on an archived tracking category"] = () => Lines.Any(line => line.Tracking.Exists(choice => Books.TrackingCategories.Single(category => category.Id == choice.CategoryId).Status == "ARCHIVED")),
        ["line at an archived tax rate"] = () => Lines.Any(line => line.TaxType == "SROUTPUT"),
        ["line on an account without a code"] = () => Lines.Any(line => line is { AccountId: not null, AccountCode: null }),
        ["line with neither account nor tax rate"] = () => Invoice("LJ-2118").Lines[0] is { AccountId: null, TaxType: null },
        ["line of a description alone"] = () => Lines.Any(line => line is { Quantity: 0, LineAmount: 0, AccountId: null }),
        ["negative line"] = () => Lines.Any(line => line.LineAmount < 0),
        ["price of four decimals"] = () => Lines.Any(line => line.UnitAmount != Math.Round(line.UnitAmount, 2)),
        ["discount rate"] = () => Lines.Any(line => line.DiscountRate > 0),
        ["discount amount"] = () => Lines.Any(line => line.DiscountAmount > 0),
        ["tax rounded by line, not by total"] = () => Invoice("LJ-2102") is var invoice && invoice.Vat != Math.Round(invoice.Net * 0.20m, 2, MidpointRounding.AwayFromZero),
        ["amounts with tax in them"] = () => Books.Invoices.Any(invoice => invoice.LineAmountTypes == "Inclusive"),
        ["amounts without tax"] = () => Books.Invoices.Any(invoice => invoice.LineAmountTypes == "NoTax"),
        ["foreign invoice"] = () => Books.Invoices.Any(invoice => invoice is { Type: "ACCREC", CurrencyCode: "SEK", CurrencyRate: not 1 }),
        ["foreign bill"] = () => Books.Invoices.Any(invoice => invoice is { Type: "ACCPAY", CurrencyCode: "USD", CurrencyRate: not 1 }),
        ["draft without a due date"] = () => Books.Invoices.Any(invoice => invoice is { Type: "ACCREC", Status: "DRAFT", DueDate: null }),
        ["submitted invoice"] = () => Books.Invoices.Any(invoice => invoice.Status == "SUBMITTED"),
        ["paid invoice"] = () => Books.Invoices.Any(invoice => invoice is { Status: "PAID", AmountDue: 0 }),
        ["part-paid invoice"] = () => Invoice("LJ-2103") is { Status: "AUTHORISED", AmountPaid: 300, AmountDue: > 0 },
        ["invoice paid in two parts"] = () => Books.Payments.Count(payment => payment.DocumentId == Invoice("LJ-2113").Id) == 2,
        ["overdue invoice"] = () => Books.Invoices.Any(invoice => invoice is { Status: "AUTHORISED", AmountDue: > 0 } && invoice.DueDate < new DateOnly(2026, 1, 1)),
        ["voided invoice"] = () => Books.Invoices.Any(invoice => invoice.Status == "VOIDED"),
        ["deleted invoice"] = () => Books.Invoices.Any(invoice => invoice.Status == "DELETED"),
        ["approved invoice of nothing"] = () => Books.Invoices.Any(invoice => invoice is { Status: "AUTHORISED", Gross: 0 }),
        ["invoice on the lock date"] = () => Books.Invoices.Any(invoice => invoice.Date == Books.Organisation.PeriodLockDate),
        ["invoice on the day after the lock date"] = () => Books.Invoices.Any(invoice => invoice.Date == Books.Organisation.PeriodLockDate!.Value.AddDays(1)),
        ["unpaid invoice of an archived contact"] = () => Books.Invoices.Any(invoice => invoice.AmountDue > 0 && Books.Contacts.Single(contact => contact.Id == invoice.ContactId).Status == "ARCHIVED"),
        ["two bills with one number"] = () => Books.Invoices.Where(invoice => invoice.Type == "ACCPAY" && invoice.Number is not null).GroupBy(invoice => invoice.Number).Any(group => group.Count() == 2),
        ["bill without a number"] = () => Books.Invoices.Any(invoice => invoice is { Type: "ACCPAY", Number: null }),
        ["contact that buys and sells"] = () => Books.Contacts.Any(contact => contact is { IsCustomer: true, IsSupplier: true }),
        ["credit note allocated to an invoice"] = () => Books.CreditNotes.Any(note => note is { Type: "ACCRECCREDIT", Status: "PAID", AmountDue: 0 }),
        ["credit note partly refunded"] = () => Books.CreditNotes.Any(note => note is { Status: "AUTHORISED", AmountPaid: > 0, AmountDue: > 0 }),
        ["voided credit note"] = () => Books.CreditNotes.Any(note => note.Status == "VOIDED"),
        ["supplier's credit partly allocated"] = () => Books.CreditNotes.Any(note => note is { Type: "ACCPAYCREDIT", AmountCredited: > 0, AmountDue: > 0 }),
        ["reversed payment"] = () => Books.Payments.Any(payment => payment.Status == "DELETED"),
        ["two journals with one narration"] = () => Books.ManualJournals.GroupBy(journal => journal.Narration).Any(group => group.Count() == 2),
        ["draft journal"] = () => Books.ManualJournals.Any(journal => journal.Status == "DRAFT"),
        ["voided journal"] = () => Books.ManualJournals.Any(journal => journal.Status == "VOIDED"),
        ["journal with tracking"] = () => Books.ManualJournals.Any(journal => journal.Lines.Exists(line => line.Tracking.Count > 0)),
    };

    public static TheoryData<string> Names => [.. Awkward.Keys];

    private static IEnumerable<EmulatedContact> Active => Books.Contacts.Where(contact => contact.Status == "ACTIVE");

    private static IEnumerable<EmulatedLine> Lines => Books.Invoices.Concat(Books.CreditNotes).SelectMany(document => document.Lines);

    [Theory]
    [MemberData(nameof(Names))]
    public void Awkward_record_is_there(string name) => Assert.True(Awkward[name](), $"lived-in has no {name}.");

    [Fact]
    public void Books_are_whole()
    {
        Assert.Equal(0, Books.Ledger.Sum(entry => entry.Debit - entry.Credit));
        Assert.All(Books.ManualJournals, journal => Assert.Equal(0, journal.Lines.Sum(line => line.LineAmount)));
        Assert.All(Books.Invoices, invoice => Assert.Equal(invoice.Status == "PAID", invoice is { AmountDue: 0, Gross: not 0, Status: not ("VOIDED" or "DELETED") }));
        Assert.All(Books.Invoices.Concat(Books.CreditNotes), document => Assert.True(document.AmountDue >= 0 && document.Lines.Count > 0, document.Number));
        Assert.All(Books.Invoices.Concat(Books.CreditNotes), document => Assert.Contains(Books.Contacts, contact => contact.Id == document.ContactId));
    }

    [Fact]
    public void Books_are_the_same_every_time()
    {
        var again = new Xero(options => options.Seed = "lived-in").Books;
        Assert.Equal(Shown(Books), Shown(again));

        static string Shown(BooksSnapshot books) => System.Text.Json.JsonSerializer.Serialize(books, ControlSurface.Json);
    }

    [Fact]
    public void Undated_invoice_takes_the_day_of_the_organisation()
    {
        var xero = new Xero(options => options.Seed = "lived-in");
        xero.Control.AdvanceClock(new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero) - xero.Control.Now);
        xero.Token = xero.Control.IssueTokens().AccessToken;
        var contact = xero.Books.Contacts.First(known => known.Status == "ACTIVE").Id;
        var saved = xero.Put("/Invoices", $$"""{"Type":"ACCREC","Contact":{"ContactID":"{{contact}}"},"LineItems":[]}""").Ok().First("Invoices");
        Assert.Equal("2026-11-23T00:00:00", saved["DateString"]!.GetValue<string>());
    }

    private static EmulatedDocument Invoice(string number) => Books.Invoices.Single(invoice => invoice.Number == number);
}
