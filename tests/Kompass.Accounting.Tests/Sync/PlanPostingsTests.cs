using CsCheck;

namespace Kompass.Accounting.Tests;

public sealed class PlanPostingsTests
{
    private static readonly Gen<BuiltDocument> Documents =
        from kind in Gen.OneOf(DocumentKind.Invoice, DocumentKind.CreditNote)
        from inclusive in Gen.Bool
        from currency in Gen.OneOf("GBP", "EUR")
        from month in Gen.Int[1, 3]
        from lines in (from cents in Gen.Int[-9999, 99999] from percent in Gen.OneOf(0m, 5m, 20m) select Line(cents / 1000m, percent)).List[1, 5]
        select Document(kind, inclusive ? LineAmountTypes.Inclusive : LineAmountTypes.Exclusive, new(2026, month, 17), currency, lines);

    [Fact]
    public void Add_posts_as_many_debits_as_credits_for_each_document() => Documents.Sample(document =>
    {
        var postings = new PlanPostings();
        postings.Add(document, new ClientId("C1"), "Acme");
        return postings.ToList().Sum(posting => posting.Debit) == postings.ToList().Sum(posting => posting.Credit);
    });

    [Fact]
    public void ToList_balances_in_every_currency_and_agrees_with_the_accounts() => Documents.List[1, 20].Sample(documents =>
    {
        var postings = new PlanPostings();
        for (var index = 0; index < documents.Count; index++)
        {
            postings.Add(documents[index], new ClientId($"C{index % 3}"), null);
        }

        var list = postings.ToList();
        Assert.All(list.GroupBy(posting => posting.Currency), group => Assert.Equal(group.Sum(posting => posting.Debit), group.Sum(posting => posting.Credit)));
        Assert.All(postings.ByAccount(), total =>
        {
            var same = list.Where(posting => (posting.Account, posting.IsDefault, posting.Currency) == (total.Account, total.IsDefault, total.Currency)).ToList();
            Assert.Equal((total.Debit, total.Credit), (same.Sum(posting => posting.Debit), same.Sum(posting => posting.Credit)));
        });
    });

    [Fact]
    public void ToList_keeps_months_classes_contacts_and_currencies_apart()
    {
        var postings = new PlanPostings();
        postings.Add(Document(DocumentKind.Invoice, LineAmountTypes.Exclusive, new(2026, 1, 31), "GBP", [Line(100, 20), Line(10, 0)]), new ClientId("C1"), "Acme");
        postings.Add(Document(DocumentKind.CreditNote, LineAmountTypes.Inclusive, new(2026, 2, 1), "EUR", [Line(12, 20)]), new ClientId("C2"), null);
        postings.Add(Document(DocumentKind.Journal, LineAmountTypes.NoTax, new(2026, 2, 1), "GBP", [Line(-7, 0), Line(7, 0, "835")]), null, null);

        Assert.Equal(
            [
                "EUR 200 T20 2026-02 C2 10/0",
                "EUR Receivables - 2026-02 C2 0/12",
                "EUR VAT T20 2026-02 C2 2/0",
                "GBP 200 - 2026-02 - 0/7",
                "GBP 200 T0 2026-01 Acme 0/10",
                "GBP 200 T20 2026-01 Acme 0/100",
                "GBP 835 - 2026-02 - 7/0",
                "GBP Receivables - 2026-01 Acme 130/0",
                "GBP VAT T20 2026-01 Acme 0/20",
            ],
            postings.ToList().Select(Text));
    }

    [Fact]
    public void ToList_of_too_many_contacts_sums_up_the_rest()
    {
        var postings = new PlanPostings();
        for (var client = 0; client < SyncPlan.MaximumPostingContacts + 50; client++)
        {
            postings.Add(Document(DocumentKind.Invoice, LineAmountTypes.Exclusive, new(2026, 1, 31), "GBP", [Line(10, 20)]), new ClientId($"C{client:0000}"), null);
        }

        var list = postings.ToList();
        Assert.Equal((SyncPlan.MaximumPostingContacts + 1) * 3, list.Count);
        var rest = list.Where(posting => posting.ClientId is null).ToList();
        Assert.All(rest, posting => Assert.Equal("Other contacts", posting.Contact));
        Assert.Equal(600m, rest.Sum(posting => posting.Debit));
        Assert.Equal(12m * (SyncPlan.MaximumPostingContacts + 50), list.Sum(posting => posting.Debit));
    }

    private static string Text(PlannedPosting posting) => FormattableString.Invariant(
        $"{posting.Currency} {posting.Account} {posting.TaxType ?? "-"} {posting.Month:yyyy-MM} {posting.Contact ?? "-"} {posting.Debit:0.##}/{posting.Credit:0.##}");

    private static BuiltDocument Document(DocumentKind kind, LineAmountTypes types, DateOnly date, string currency, List<BuiltLine> lines) => new(
        new()
        {
            Kind = kind,
            Date = date,
            Currency = new(currency),
            LineAmountTypes = types,
            Status = DocumentStatus.Approved,
            Lines = [.. lines.Select(line => line.Line)],
        },
        TaxCalculator.Predict(lines, types),
        lines,
        0);

    private static BuiltLine Line(decimal unit, decimal percent, string account = "200") => new(
        new() { UnitAmount = unit, AccountId = account, TaxType = $"T{percent:0.#}" },
        new() { Id = account, Name = account, Class = AccountClass.Revenue, Type = "REVENUE", IsActive = true, AcceptsSales = true, AcceptsJournals = true },
        new() { TaxType = $"T{percent:0.#}", Name = "T", Percent = percent, IsActive = true, AppliesTo = new HashSet<AccountClass> { AccountClass.Revenue } },
        IsDefaultAccount: false);
}
