using Kompass.Accounting;

namespace Kompass.Xero.Tests;

public sealed class XeroContactActivityTests
{
    [Fact]
    public async Task ReadLatestAsync_newest_first_of_the_contact_alone_by_one_call()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var contact = bench.Control.AddContact(bench.Tenant, "Wanted Ltd");
        var other = bench.Control.AddContact(bench.Tenant, "Other Ltd");
        Add(bench, contact, "ACCREC", "INV-1", new(2026, 1, 5), 10);
        Add(bench, contact, "ACCREC", "INV-3", new(2026, 3, 5), 30);
        Add(bench, contact, "ACCPAY", "BILL-2", new(2026, 2, 5), 20);
        Add(bench, contact, "ACCREC", "INV-4", new(2026, 4, 5), 40, "DRAFT");
        Add(bench, contact, "ACCREC", "INV-5", new(2026, 5, 5), 50, "VOIDED");
        Add(bench, other, "ACCREC", "INV-9", new(2026, 6, 5), 90);

        var read = await bench.Activity.ReadLatestAsync(bench.Connection, new(contact.ToString()), 2, default);

        Assert.Equal(
            [("INV-3", new DateOnly(2026, 3, 5), 30m, false, DocumentStatus.Approved), ("BILL-2", new DateOnly(2026, 2, 5), 20m, true, DocumentStatus.Approved)],
            read.Select(invoice => (invoice.Number!, invoice.Date, invoice.Gross, invoice.IsPurchase, invoice.Status)));
        Assert.Equal(1, bench.Control.AccountingCalls);
    }

    [Fact]
    public async Task ReadLatestAsync_that_fails_throws_and_never_answers_none()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var contact = bench.Control.AddContact(bench.Tenant, "Wanted Ltd");
        bench.Control.Disconnect(bench.Tenant);
        await Assert.ThrowsAsync<RemoteLedgerException>(
            () => bench.Activity.ReadLatestAsync(bench.Connection, new(contact.ToString()), 5, default));
    }

    [Fact]
    public async Task Contacts_carry_what_is_owed_either_way()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var contact = bench.Control.AddContact(bench.Tenant, "Wanted Ltd");
        Add(bench, contact, "ACCREC", "INV-1", new(2026, 1, 5), 10);
        Add(bench, contact, "ACCPAY", "BILL-2", new(2026, 2, 5), 25);

        var read = Assert.Single(await bench.ListAsync(bench.Contacts.ReadAsync(bench.Connection, null, default)), found => found.Name == "Wanted Ltd");

        Assert.Equal((10m, 25m), (read.Outstanding, read.Payable));
    }

    private static void Add(EmulatorBench bench, Guid contact, string type, string number, DateOnly date, decimal net, string status = "AUTHORISED") =>
        bench.Control.AddDocument(bench.Tenant, contact, type, number, date, net, document => document with { Status = status });
}
