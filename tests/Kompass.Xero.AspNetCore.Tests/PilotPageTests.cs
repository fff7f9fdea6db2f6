using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

public sealed class PilotPageTests
{
    [Fact]
    public async Task Pilot_begins_with_what_was_chosen_and_ends_in_the_users_name()
    {
        await using var site = await AdminSite.StartAsync();
        using var browser = site.Browser();
        var added = await site.AddConfigurationAsync(browser);
        site.Kompass.Invoices.AddRange([Invoice("D-1"), Invoice("<b>2</b>")]);
        var address = $"/configurations/{added.Id}";
        Assert.Contains("Pilot: send only these", (await browser.GetAsync($"{address}/home")).Text, StringComparison.Ordinal);

        var empty = await browser.SubmitAsync(address, $"{address}/pilot", ("invoices", " \r\n"), ("clients", ""));
        Assert.Contains("The pilot was not begun", (await browser.FollowAsync(empty)).Text, StringComparison.Ordinal);
        var wrong = await browser.SubmitAsync(address, $"{address}/pilot", ("invoices", new string('x', 101)));
        Assert.Contains("is not an id", (await browser.FollowAsync(wrong)).Text, StringComparison.Ordinal);
        Assert.Null((await site.Get<IConfigurationStore>().GetAsync(added.Id, default))!.Pilot);

        var unknown = await browser.SubmitAsync(address, $"{address}/pilot", ("invoices", "D-1\r\nD-7"), ("clients", "C-1"));
        Assert.Contains("The pilot was not begun. The pilot names document D-7", (await browser.FollowAsync(unknown)).Text, StringComparison.Ordinal);
        Assert.Null((await site.Get<IConfigurationStore>().GetAsync(added.Id, default))!.Pilot);

        var begun = await browser.SubmitAsync(address, $"{address}/pilot", ("invoices", "D-1\r\n<b>2</b>\r\nD-1"), ("clients", "C-1"));
        var page = await browser.FollowAsync(begun);
        Assert.Contains("The pilot has begun", page.Text, StringComparison.Ordinal);
        Assert.Contains("invoice <b>2</b>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>2", page.Html, StringComparison.Ordinal);
        var pilot = (await site.Get<IConfigurationStore>().GetAsync(added.Id, default))!.Pilot!;
        Assert.Equal(new PilotSelection([new("D-1"), new("<b>2</b>")], [new("C-1")]), pilot.Selection);
        Assert.Equal("admin", pilot.StartedBy);

        var ended = await browser.SubmitAsync(address, $"{address}/pilot/end");
        Assert.Contains("The pilot is ended", (await browser.FollowAsync(ended)).Text, StringComparison.Ordinal);
        Assert.Null((await site.Get<IConfigurationStore>().GetAsync(added.Id, default))!.Pilot);
        Assert.Equal(["admin", "admin"], (await site.Get<IAuditTrail>().ReadAsync(new(), default)).Where(entry => entry.Action == AuditAction.Pilot).Select(entry => entry.Actor));
    }

    [Fact]
    public async Task Pilot_that_cannot_be_looked_up_in_kompass_says_why()
    {
        await using var site = await AdminSite.StartAsync();
        using var browser = site.Browser();
        var added = await site.AddConfigurationAsync(browser);
        var address = $"/configurations/{added.Id}";
        site.Kompass.Failure = new TimeoutException("No answer.");

        var answer = await browser.SubmitAsync(address, $"{address}/pilot", ("invoices", "D-1"), ("clients", ""));

        Assert.Equal(502, answer.Status);
        Assert.Contains("IInvoiceSource (SamplePorts) could not be read: No answer.", answer.Text, StringComparison.Ordinal);
    }

    private static Invoice Invoice(string id) => new()
    {
        Id = new(id),
        OrganisationId = SamplePorts.North,
        Reference = id,
        ClientId = new ClientId("C-1"),
        Date = new(2026, 11, 1),
        Currency = new("GBP"),
        Net = 10,
        Vat = 2,
        Status = InvoiceStatus.Approved,
        Synchronize = true,
        Allocations = [],
    };
}
