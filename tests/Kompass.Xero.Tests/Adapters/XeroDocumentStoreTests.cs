using Kompass.Accounting;

namespace Kompass.Xero.Tests;

public sealed class XeroDocumentStoreTests
{
    [Fact]
    public async Task CreateAsync_invoice_is_stored_as_sent_and_read_back_whole()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var content = Invoice(bench, "INV-1") with { Reference = "PO 7", Url = new("https://kompass.example/invoices/1") };

        var result = (await CreateAsync(bench, content))[0];

        var stored = result.Record!;
        Assert.Equal(("INV-1", "PO 7", DocumentStatus.Approved), (stored.Number, stored.Reference, stored.Status));
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 20)), (stored.Date, stored.DueDate));
        Assert.Equal(new CurrencyCode("GBP"), stored.Currency);
        Assert.Equal((76.30m, 15.26m, 91.56m), (stored.Net, stored.Vat, stored.Gross));
        Assert.Equal(content.ContactId, stored.ContactId);
        Assert.Equal(content.Url, stored.Url);
        Assert.Equal(3, stored.Lines.Count);
        Assert.Equal(("Work 25.0600", 25.06m, 5.01m, "OUTPUT2", "200"), Line(stored.Lines[0]));
        Assert.Equal(content.Lines[0].AccountId, stored.Lines[0].AccountId);
        Assert.NotNull(stored.Lines[0].Id);
        Assert.Equal(1, bench.Control.AccountingCalls);

        static (string?, decimal, decimal, string?, string?) Line(RemoteDocumentLine l) => (l.Description, l.LineAmount, l.TaxAmount, l.TaxType, l.AccountCode);
    }

    [Fact]
    public async Task CreateAsync_contact_in_an_invoice_is_its_id_alone()
    {
        using var bench = new Bench();
        bench.Stub.ThenJson("""{"Invoices":[{"InvoiceID":"3ff6d40c-af9a-40a3-89ce-3c1556a25591","InvoiceNumber":"INV-1"}]}""");

        await bench.Get<IDocumentStore>().CreateAsync(
            bench.Connection,
            DocumentKind.Invoice,
            [
                new()
                {
                    Kind = DocumentKind.Invoice, Number = "INV-1", ContactId = new("c-1"), Date = new(2026, 11, 20), DueDate = new(2026, 12, 20), Currency = new("GBP"),
                    LineAmountTypes = LineAmountTypes.Exclusive, Status = DocumentStatus.Approved,
                    Lines = [new() { Description = "Work", Quantity = 1.5m, UnitAmount = 10.1234m, AccountId = "ebd06280-af70-4bed-97c6-7451a454ad85", AccountCode = "200", TaxType = "OUTPUT2", ItemCode = "A" }],
                },
            ],
            new("k"),
            default);

        Assert.Equal(
            """{"Invoices":[{"Type":"ACCREC","Contact":{"ContactID":"c-1"},"InvoiceNumber":"INV-1","Date":"2026-11-20","DueDate":"2026-12-20","CurrencyCode":"GBP","LineAmountTypes":"Exclusive","Status":"AUTHORISED","LineItems":[{"Description":"Work","Quantity":1.5,"UnitAmount":10.1234,"ItemCode":"A","AccountID":"ebd06280-af70-4bed-97c6-7451a454ad85","TaxType":"OUTPUT2"}]}]}""",
            bench.Stub.Seen[0].Body);
        Assert.Equal("k", bench.Stub.Seen[0].Header("Idempotency-Key"));
    }

    [Fact]
    public async Task CreateAsync_four_decimals_of_a_price_survive()
    {
        using var bench = await EmulatorBench.ConnectedAsync();

        var stored = (await CreateAsync(bench, Invoice(bench, "INV-1", 0.1234m)))[0].Record!;

        Assert.Equal(0.1234m, stored.Lines[0].UnitAmount);
        Assert.Equal(0.12m, stored.Lines[0].LineAmount);
        var found = await bench.RunAsync(bench.Documents.FindAsync(bench.Connection, DocumentKind.Invoice, [stored.Id], default));
        Assert.Equal(0.1234m, found[0].Lines[0].UnitAmount);
    }

    [Fact]
    public async Task CreateAsync_number_taken_and_period_locked_are_refusals_of_their_own()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Control.SetLockDates(bench.Tenant, new DateOnly(2026, 10, 31));
        await CreateAsync(bench, Invoice(bench, "INV-1"));

        var results = await CreateAsync(
            bench, Invoice(bench, "INV-1"), Invoice(bench, "INV-2") with { Date = new(2026, 10, 31) }, Invoice(bench, "INV-3"));

        Assert.Equal([RefusalKind.NumberTaken, RefusalKind.PeriodLocked, null], results.Select(r => r.Refusal?.Kind));
        Assert.Equal(2, bench.Books.Invoices.Count);
    }

    [Fact]
    public async Task CreateAsync_journal_debits_are_positive_and_the_ledger_agrees()
    {
        using var bench = await EmulatorBench.ConnectedAsync();

        var stored = (await bench.RunAsync(bench.Documents.CreateAsync(bench.Connection, DocumentKind.Journal, [Journal(bench)], bench.Key(), default)))[0].Record!;

        Assert.Equal(DocumentStatus.Approved, stored.Status);
        Assert.EndsWith("[KB:JRN:7:r1]", stored.Narration, StringComparison.Ordinal);
        Assert.Equal([100m, -100m], stored.Lines.Select(l => l.LineAmount));
        Assert.Equal((0m, 0m, 0m), (stored.Net, stored.Vat, stored.Gross));
        Assert.Equal(100m, bench.Books.Ledger.Single(e => e.AccountCode == "200").Debit);
        Assert.Equal(100m, bench.Books.Ledger.Single(e => e.AccountCode == "835").Credit);
    }

    [Fact]
    public async Task CreateAsync_unbalanced_journal_is_refused_as_such()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var journal = Journal(bench);

        var results = await bench.RunAsync(bench.Documents.CreateAsync(
            bench.Connection, DocumentKind.Journal, [journal with { Lines = [journal.Lines[0], journal.Lines[1] with { UnitAmount = -99m }] }], bench.Key(), default));

        Assert.Equal(RefusalKind.Unbalanced, results[0].Refusal!.Kind);
    }

    [Fact]
    public async Task UpdateAsync_lines_with_ids_stay_and_others_go()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var stored = (await CreateAsync(bench, Invoice(bench, "INV-1")))[0].Record!;
        var content = Invoice(bench, "INV-1", 30m, 40m);

        var updated = (await bench.RunAsync(bench.Documents.UpdateAsync(
            bench.Connection, DocumentKind.Invoice, [new(stored.Id, content, [stored.Lines[1].Id, null])], bench.Key(), default)))[0].Record!;

        Assert.Equal(stored.Id, updated.Id);
        Assert.Equal([30m, 40m], updated.Lines.Select(l => l.LineAmount));
        Assert.Equal(stored.Lines[1].Id, updated.Lines[0].Id);
        Assert.Single(bench.Books.Invoices);
    }

    [Theory]
    [InlineData(DocumentStatus.Approved, DocumentStatus.Voided)]
    [InlineData(DocumentStatus.Draft, DocumentStatus.Deleted)]
    [InlineData(DocumentStatus.Submitted, DocumentStatus.Deleted)]
    public async Task VoidAsync_what_is_in_the_books_is_voided_and_what_is_not_deleted(DocumentStatus status, DocumentStatus expected)
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var stored = (await CreateAsync(bench, Invoice(bench, "INV-1") with { Status = status }))[0].Record!;

        var results = await bench.RunAsync(bench.Documents.VoidAsync(bench.Connection, DocumentKind.Invoice, [stored], bench.Key(), default));

        Assert.Equal(expected, results[0].Record!.Status);
        Assert.Equal(stored.Id, results[0].Record!.Id);
    }

    [Fact]
    public async Task VoidAsync_paid_invoice_is_refused_as_such_and_a_dead_one_costs_nothing()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var stored = (await CreateAsync(bench, Invoice(bench, "INV-1")))[0].Record!;
        bench.Control.PayInvoice(bench.Tenant, Guid.Parse(stored.Id.Value), 10m, new DateOnly(2026, 11, 21));
        var paid = (await bench.RunAsync(bench.Documents.FindAsync(bench.Connection, DocumentKind.Invoice, [stored.Id], default)))[0];
        Assert.Equal(10m, paid.AmountPaid);

        var results = await bench.RunAsync(bench.Documents.VoidAsync(bench.Connection, DocumentKind.Invoice, [paid], bench.Key(), default));
        Assert.Equal(RefusalKind.StateForbids, results[0].Refusal!.Kind);

        bench.Control.ClearCalls();
        var dead = stored with { Status = DocumentStatus.Voided };
        Assert.Equal(dead, (await bench.Documents.VoidAsync(bench.Connection, DocumentKind.Invoice, [dead], bench.Key(), default))[0].Record);
        Assert.Equal(0, bench.Control.AccountingCalls);
    }

    [Fact]
    public async Task VoidAsync_posted_journal_is_voided()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var stored = (await bench.RunAsync(bench.Documents.CreateAsync(bench.Connection, DocumentKind.Journal, [Journal(bench)], bench.Key(), default)))[0].Record!;

        var results = await bench.RunAsync(bench.Documents.VoidAsync(bench.Connection, DocumentKind.Journal, [stored], bench.Key(), default));

        Assert.Equal(DocumentStatus.Voided, results[0].Record!.Status);
        Assert.Empty(bench.Books.Ledger);
    }

    [Fact]
    public async Task AllocateAsync_credit_settles_the_invoice_that_is_named()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var invoice = (await CreateAsync(bench, Invoice(bench, "INV-1")))[0].Record!;
        var note = (await bench.RunAsync(bench.Documents.CreateAsync(
            bench.Connection, DocumentKind.CreditNote, [Invoice(bench, "CN-1", 10m) with { Kind = DocumentKind.CreditNote, DueDate = null }], bench.Key(), default)))[0].Record!;
        Assert.Equal((10m, 2m, 12m), (note.Net, note.Vat, note.Gross));

        var refusal = await bench.RunAsync(bench.Documents.AllocateAsync(
            bench.Connection, new(note.Id, invoice.Id, 12m, new DateOnly(2026, 11, 22)), bench.Key(), default));

        Assert.Null(refusal);
        var credited = (await bench.RunAsync(bench.Documents.FindAsync(bench.Connection, DocumentKind.Invoice, [invoice.Id], default)))[0];
        Assert.Equal(12m, credited.AmountCredited);
        var used = (await bench.RunAsync(bench.Documents.FindAsync(bench.Connection, DocumentKind.CreditNote, [note.Id], default)))[0];
        Assert.Equal((12m, DocumentStatus.Paid), (used.AmountCredited, used.Status));

        var tooMuch = await bench.RunAsync(bench.Documents.AllocateAsync(
            bench.Connection, new(note.Id, invoice.Id, 12m, new DateOnly(2026, 11, 22)), bench.Key(), default));
        Assert.NotNull(tooMuch);
    }

    [Fact]
    public async Task FindByNaturalKeyAsync_a_batch_of_invoices_takes_one_call()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        await CreateAsync(bench, [.. Enumerable.Range(1, 50).Select(i => Invoice(bench, $"INV-{i}"))]);
        bench.Control.ClearCalls();

        var found = await bench.RunAsync(bench.Documents.FindByNaturalKeyAsync(
            bench.Connection, DocumentKind.Invoice, [.. Enumerable.Range(26, 50).Select(i => $"INV-{i}")], bench.Time.GetUtcNow(), default));

        Assert.Equal(25, found.Count);
        Assert.All(found, d => Assert.NotEmpty(d.Lines));
        Assert.Equal(1, bench.Control.AccountingCalls);
    }

    [Theory]
    [InlineData("A, B")]
    [InlineData("A&B #1+2")]
    [InlineData("say \"hi\"")]
    public async Task FindByNaturalKeyAsync_awkward_numbers_are_found(string number)
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        await CreateAsync(bench, Invoice(bench, number), Invoice(bench, number + " again"));

        var found = await bench.RunAsync(bench.Documents.FindByNaturalKeyAsync(bench.Connection, DocumentKind.Invoice, [number], Clock.Start, default));

        Assert.Equal(number, Assert.Single(found).Number);
    }

    [Fact]
    public async Task FindByNaturalKeyAsync_bills_with_the_same_number_are_not_ours()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var contact = bench.Control.AddContact(bench.Tenant, "Supplier");
        bench.Control.AddDocument(bench.Tenant, contact, "ACCPAY", "INV-1", new DateOnly(2026, 11, 20), 5m);

        Assert.Empty(await bench.RunAsync(bench.Documents.FindByNaturalKeyAsync(bench.Connection, DocumentKind.Invoice, ["INV-1"], Clock.Start, default)));
        Assert.Empty(await bench.ListAsync(bench.Documents.ReadAsync(bench.Connection, DocumentKind.Invoice, null, default)));
    }

    [Fact]
    public async Task FindByNaturalKeyAsync_journals_and_credit_notes_are_found_by_what_changed()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var since = bench.Time.GetUtcNow();
        await bench.RunAsync(bench.Documents.CreateAsync(bench.Connection, DocumentKind.Journal, [Journal(bench)], bench.Key(), default));
        await bench.RunAsync(bench.Documents.CreateAsync(
            bench.Connection, DocumentKind.CreditNote, [Invoice(bench, "CN-1", 10m) with { Kind = DocumentKind.CreditNote, DueDate = null }], bench.Key(), default));

        var journals = await bench.RunAsync(bench.Documents.FindByNaturalKeyAsync(
            bench.Connection, DocumentKind.Journal, ["[KB:JRN:7:r1]", "[KB:JRN:8:r1]"], since, default));
        var notes = await bench.RunAsync(bench.Documents.FindByNaturalKeyAsync(bench.Connection, DocumentKind.CreditNote, ["cn-1"], since, default));

        Assert.Equal(2, Assert.Single(journals).Lines.Count);
        Assert.Equal("CN-1", Assert.Single(notes).Number);
    }

    [Theory]
    [InlineData(DocumentKind.Invoice)]
    [InlineData(DocumentKind.CreditNote)]
    [InlineData(DocumentKind.Journal)]
    public async Task FindAsync_unknown_document_is_absent(DocumentKind kind)
    {
        using var bench = await EmulatorBench.ConnectedAsync();

        Assert.Empty(await bench.RunAsync(bench.Documents.FindAsync(bench.Connection, kind, [new(Guid.NewGuid().ToString())], default)));
    }

    [Theory]
    [InlineData(DocumentKind.Invoice)]
    [InlineData(DocumentKind.CreditNote)]
    [InlineData(DocumentKind.Journal)]
    public async Task ReadAsync_documents_come_with_their_lines(DocumentKind kind)
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var content = kind == DocumentKind.Journal ? Journal(bench)
            : Invoice(bench, "N-1") with { Kind = kind, DueDate = kind == DocumentKind.Invoice ? new DateOnly(2026, 12, 20) : null };
        var created = (await bench.RunAsync(bench.Documents.CreateAsync(bench.Connection, kind, [content], bench.Key(), default)))[0].Record!;

        var read = Assert.Single(await bench.ListAsync(bench.Documents.ReadAsync(bench.Connection, kind, null, default)));

        Assert.Equal(created.Id, read.Id);
        Assert.Equal(created.Lines.Select(l => l.LineAmount), read.Lines.Select(l => l.LineAmount));
        Assert.Equal(kind, read.Kind);
    }

    [Fact]
    public async Task CreateAsync_draft_that_lost_an_account_carries_the_warning()
    {
        using var bench = new Bench();
        bench.Stub.ThenJson(
            """{"Invoices":[{"InvoiceID":"3ff6d40c-af9a-40a3-89ce-3c1556a25591","InvoiceNumber":"INV-1","StatusAttributeString":"WARNING","Warnings":[{"Message":"Account code '476' has been removed as it does not match a recognised account."}]}]}""");

        var results = await bench.Get<IDocumentStore>().CreateAsync(bench.Connection, DocumentKind.Invoice, [Plain("INV-1")], new("k"), default);

        Assert.True(results[0].IsStored);
        Assert.Contains("476", results[0].Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_answer_that_leaves_a_document_out_is_an_unknown_outcome()
    {
        using var bench = new Bench();
        bench.Stub.ThenJson("""{"Invoices":[]}""");

        var e = await Assert.ThrowsAsync<RemoteLedgerException>(
            () => bench.Get<IDocumentStore>().CreateAsync(bench.Connection, DocumentKind.Invoice, [Plain("INV-1")], new("k"), default));

        Assert.True(e.IsOutcomeUnknown);
    }

    private static Task<IReadOnlyList<WriteResult<RemoteDocument>>> CreateAsync(EmulatorBench bench, params DocumentContent[] documents) =>
        bench.RunAsync(bench.Documents.CreateAsync(bench.Connection, DocumentKind.Invoice, documents, bench.Key(), default));

    private static DocumentContent Invoice(EmulatorBench bench, string number, params decimal[] amounts) => new()
    {
        Kind = DocumentKind.Invoice,
        Number = number,
        ContactId = new(Customer(bench).ToString()),
        Date = new(2026, 11, 20),
        DueDate = new(2026, 12, 20),
        Currency = new("GBP"),
        LineAmountTypes = LineAmountTypes.Exclusive,
        Status = DocumentStatus.Approved,
        Lines =
        [
            .. (amounts.Length > 0 ? amounts : [25.06m, 25.61m, 25.63m]).Select(amount => new DocumentLine
            {
                Description = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Work {amount:0.0000}"),
                UnitAmount = amount,
                AccountId = Account(bench, "200"),
                TaxType = "OUTPUT2",
            }),
        ],
    };

    private static DocumentContent Journal(EmulatorBench bench) => new()
    {
        Kind = DocumentKind.Journal,
        Date = new(2026, 11, 20),
        Currency = new("GBP"),
        LineAmountTypes = LineAmountTypes.NoTax,
        Status = DocumentStatus.Approved,
        Narration = "Between departments [KB:JRN:7:r1]",
        Lines =
        [
            new() { Description = "Out", UnitAmount = 100m, AccountId = Account(bench, "200") },
            new() { Description = "In", UnitAmount = -100m, AccountId = Account(bench, "835") },
        ],
    };

    private static DocumentContent Plain(string number) => new()
    {
        Kind = DocumentKind.Invoice,
        Number = number,
        ContactId = new("c-1"),
        Date = new(2026, 11, 20),
        Currency = new("GBP"),
        LineAmountTypes = LineAmountTypes.Exclusive,
        Status = DocumentStatus.Draft,
        Lines = [],
    };

    private static Guid Customer(EmulatorBench bench) =>
        bench.Books.Contacts.FirstOrDefault(c => c.Name == "Customer")?.Id ?? bench.Control.AddContact(bench.Tenant, "Customer");

    private static string Account(EmulatorBench bench, string code) => bench.Books.Accounts.Single(a => a.Code == code).Id.ToString();
}
