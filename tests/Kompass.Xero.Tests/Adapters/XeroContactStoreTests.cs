using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.Xero.Tests;

public sealed class XeroContactStoreTests
{
    [Fact]
    public async Task ReadAsync_all_contacts_archived_and_merged_ones_too()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var active = bench.Control.AddContact(bench.Tenant, "Active Ltd");
        var archived = bench.Control.AddContact(bench.Tenant, "Archived Ltd");
        var loser = bench.Control.AddContact(bench.Tenant, "Loser Ltd");
        bench.Control.ArchiveContact(bench.Tenant, archived);
        bench.Control.MergeContacts(bench.Tenant, loser, active);

        var read = (await bench.ListAsync(bench.Contacts.ReadAsync(bench.Connection, null, default))).ToDictionary(c => c.Name);

        Assert.Equal(ContactStatus.Active, read["Active Ltd"].Status);
        Assert.Equal(ContactStatus.Archived, read["Archived Ltd"].Status);
        Assert.Equal(new RemoteContactId(active.ToString()), read["Loser Ltd"].MergedInto);
        Assert.Null(read["Active Ltd"].MergedInto);
        Assert.Equal(1, bench.Control.AccountingCalls);
    }

    [Fact]
    public async Task ReadAsync_thousands_take_one_call_per_thousand()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        for (var i = 0; i < 2001; i++)
        {
            bench.Control.AddContact(bench.Tenant, $"Contact {i}");
        }

        var read = await bench.ListAsync(bench.Contacts.ReadAsync(bench.Connection, null, default));

        Assert.Equal(2001, read.Count);
        Assert.Equal(3, bench.Control.AccountingCalls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReadAsync_changed_since_includes_the_instant_itself(bool inclusive)
    {
        using var bench = await EmulatorBench.ConnectedAsync(o => o.Switches.IfModifiedSinceIsInclusive = inclusive);
        bench.Control.AddContact(bench.Tenant, "Before Ltd");
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        bench.Control.AddContact(bench.Tenant, "At Ltd");

        var read = await bench.ListAsync(bench.Contacts.ReadAsync(bench.Connection, bench.Time.GetUtcNow(), default));

        Assert.Equal(["At Ltd"], read.Select(c => c.Name));
    }

    [Fact]
    public async Task ReadAsync_nothing_changed_as_304_is_empty()
    {
        using var bench = await EmulatorBench.ConnectedAsync(o => o.Switches.NotModifiedIs304 = true);

        Assert.Empty(await bench.ListAsync(bench.Contacts.ReadAsync(bench.Connection, bench.Time.GetUtcNow().AddDays(1), default)));
    }

    [Fact]
    public async Task CreateAsync_stored_and_refused_in_one_batch()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Control.AddContact(bench.Tenant, "Taken Ltd");

        var results = await bench.RunAsync(bench.Contacts.CreateAsync(
            bench.Connection,
            [Full(), new() { Name = "TAKEN LTD", ContactNumber = "K2" }, new() { Name = "Third Ltd", ContactNumber = "K1" }],
            bench.Key(),
            default));

        Assert.Equal([null, RefusalKind.NameTaken, RefusalKind.NumberTaken], results.Select(r => r.Refusal?.Kind));
        var stored = results[0].Record!;
        Assert.Equal("Fourth Coffee Ltd", stored.Name);
        Assert.Equal(Full().Address, stored.Address);
        Assert.Equal("01632 960001", stored.PhoneNumber);
        Assert.Equal("K1", stored.ContactNumber);
        Assert.Equal(2, bench.Books.Contacts.Count);
    }

    [Fact]
    public async Task UpdateAsync_other_members_addresses_and_phones_stay()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var id = bench.Control.AddContact(bench.Tenant, "Old Name Ltd", c => c with
        {
            EmailAddress = "keep@example.com",
            Addresses = [new EmulatedAddress("STREET") { Line1 = "1 Works Road" }],
            Phones = [new EmulatedPhone("MOBILE", "07700 900001")],
            ContactPersons = [new EmulatedContactPerson("Pat", "Jones", "pat@example.com", true)],
        });

        var current = await ReadAsync(bench, id);
        var results = await bench.RunAsync(bench.Contacts.UpdateAsync(
            bench.Connection,
            [new(current, new() { Name = "New Name Ltd", Address = new() { Line1 = "2 High Street" }, PhoneNumber = "01632 960002" })],
            bench.Key(),
            default));

        Assert.True(results[0].IsStored);
        var contact = Assert.Single(bench.Books.Contacts);
        Assert.Equal("New Name Ltd", contact.Name);
        Assert.Equal("keep@example.com", contact.EmailAddress);
        Assert.Equal("1 Works Road", contact.Addresses.Single(a => a.Type == "STREET").Line1);
        Assert.Equal("2 High Street", contact.Addresses.Single(a => a.Type == "POBOX").Line1);
        Assert.Equal("07700 900001", contact.Phones.Single(p => p.Type == "MOBILE").Number);
        Assert.Single(contact.ContactPersons);
    }

    [Fact]
    public async Task CreateAsync_name_is_sent_without_blanks_around_it_and_without_double_ones()
    {
        using var bench = new Bench();
        bench.Stub.ThenJson($$"""{"Contacts":[{{Contacts.One(1).Replace("Contact 1", "Acme Works Ltd", StringComparison.Ordinal)}}]}""");

        await bench.Get<IContactStore>().CreateAsync(bench.Connection, [new() { Name = "  Acme \t Works  Ltd " }], new("k"), default);

        Assert.Contains("\"Name\":\"Acme Works Ltd\"", bench.Stub.Seen[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpdateAsync_lists_are_sent_whole_since_xero_may_replace_them()
    {
        using var bench = new Bench();
        const string lists = """
            ,"Addresses":[{"AddressType":"STREET","AddressLine1":"1 Works Road"},{"AddressType":"POBOX","City":"Old"}],"Phones":[{"PhoneType":"MOBILE","PhoneNumber":"07700 900001"}]
            """;
        bench.Stub.ThenJson($$"""{"Contacts":[{{Contacts.One(1, lists)}}]}""").ThenJson($$"""{"Contacts":[{{Contacts.One(1)}}]}""");
        var store = bench.Get<IContactStore>();
        var current = (await store.FindAsync(bench.Connection, [new(Contacts.Id(1))], default))[0];

        await store.UpdateAsync(
            bench.Connection, [new(current, new() { Address = new() { City = "Leeds" }, PhoneNumber = "01632 960002" })], new("k"), default);

        var sent = bench.Stub.Seen[1].Body;
        Assert.Contains("1 Works Road", sent, StringComparison.Ordinal);
        Assert.Contains("07700 900001", sent, StringComparison.Ordinal);
        Assert.Contains("Leeds", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Old", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Name\"", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpdateAsync_contact_read_before_costs_one_call()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var current = await ReadAsync(bench, bench.Control.AddContact(bench.Tenant, "Old Name Ltd"));
        bench.Control.ClearCalls();

        await bench.RunAsync(bench.Contacts.UpdateAsync(bench.Connection, [new(current, new() { Name = "New", PhoneNumber = "01632 960002" })], bench.Key(), default));

        Assert.Equal(1, bench.Control.AccountingCalls);
    }

    [Fact]
    public async Task UpdateAsync_archived_contact_is_refused_as_such()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var id = bench.Control.AddContact(bench.Tenant, "Gone Ltd");
        bench.Control.ArchiveContact(bench.Tenant, id);
        var current = await ReadAsync(bench, id);

        var results = await bench.RunAsync(bench.Contacts.UpdateAsync(bench.Connection, [new(current, new() { Name = "New" })], bench.Key(), default));

        Assert.Equal(RefusalKind.ContactArchived, results[0].Refusal!.Kind);
    }

    [Fact]
    public async Task UpdateAsync_unknown_contact_fails_the_call_as_not_found()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var unknown = await ReadAsync(bench, bench.Control.AddContact(bench.Tenant, "Known Ltd")) with { Id = new(Guid.NewGuid().ToString()) };

        var e = await Assert.ThrowsAsync<RemoteLedgerException>(() => bench.RunAsync(bench.Contacts.UpdateAsync(
            bench.Connection, [new(unknown, new() { Name = "New" })], bench.Key(), default)));

        Assert.Equal(RemoteFault.NotFound, e.Fault);
    }

    [Fact]
    public async Task FindAsync_fifty_ids_take_one_call_and_unknown_ones_are_absent()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        var ids = Enumerable.Range(0, 49).Select(i => new RemoteContactId(bench.Control.AddContact(bench.Tenant, $"C{i}").ToString())).ToList();
        bench.Control.ArchiveContact(bench.Tenant, Guid.Parse(ids[0].Value));

        var found = await bench.RunAsync(bench.Contacts.FindAsync(bench.Connection, [.. ids, new(Guid.NewGuid().ToString())], default));

        Assert.Equal(49, found.Count);
        Assert.Equal(1, bench.Control.AccountingCalls);
        Assert.True(bench.Control.Calls[^1].Query.Length < 2000);
    }

    [Fact]
    public async Task FindAsync_nothing_asked_costs_nothing()
    {
        using var bench = await EmulatorBench.ConnectedAsync();

        Assert.Empty(await bench.Contacts.FindAsync(bench.Connection, [], default));
        Assert.Equal(0, bench.Control.AccountingCalls);
    }

    [Theory]
    [InlineData(FaultKind.ResponseLostAfterCommit, null)]
    [InlineData(FaultKind.RequestLost, null)]
    [InlineData(FaultKind.MinuteLimit, null)]
    [InlineData(FaultKind.ConcurrentLimit, null)]
    [InlineData(FaultKind.AppLimit, null)]
    [InlineData(FaultKind.TokenExpired, null)]
    [InlineData(FaultKind.ServerError, RemoteFault.OutcomeUnknown)]
    [InlineData(FaultKind.Unavailable, RemoteFault.OutcomeUnknown)]
    [InlineData(FaultKind.TruncatedJson, RemoteFault.OutcomeUnknown)]
    [InlineData(FaultKind.XmlInsteadOfJson, RemoteFault.OutcomeUnknown)]
    [InlineData(FaultKind.DayLimit, RemoteFault.LimitReached)]
    [InlineData(FaultKind.TenantForbidden, RemoteFault.Disconnected)]
    [InlineData(FaultKind.NotFoundHtml, RemoteFault.NotFound)]
    public async Task CreateAsync_each_fault_either_heals_without_a_double_or_is_told_truly(FaultKind kind, RemoteFault? expected)
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Control.InjectFault(new Fault(kind) { Method = "PUT" });

        var call = bench.RunAsync(bench.Contacts.CreateAsync(bench.Connection, [Full()], bench.Key(), default));

        if (expected is { } fault)
        {
            Assert.Equal(fault, (await Assert.ThrowsAsync<RemoteLedgerException>(() => call)).Fault);
        }
        else
        {
            Assert.True((await call)[0].IsStored);
            Assert.Single(bench.Books.Contacts);
        }
    }

    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.Unavailable)]
    [InlineData(FaultKind.ResponseLostAfterCommit)]
    [InlineData(FaultKind.TruncatedJson)]
    [InlineData(FaultKind.XmlInsteadOfJson)]
    [InlineData(FaultKind.Hang)]
    [InlineData(FaultKind.TokenExpired)]
    public async Task ReadAsync_passing_fault_heals(FaultKind kind)
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Control.AddContact(bench.Tenant, "A");
        bench.Control.InjectFault(new Fault(kind));

        Assert.Single(await bench.ListAsync(bench.Contacts.ReadAsync(bench.Connection, null, default)));
    }

    [Fact]
    public async Task ReadAsync_404_for_a_list_is_not_an_absent_record()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Control.InjectFault(new Fault(FaultKind.NotFoundHtml));

        var e = await Assert.ThrowsAsync<RemoteLedgerException>(() => bench.ListAsync(bench.Contacts.ReadAsync(bench.Connection, null, default)));

        Assert.Equal(RemoteFault.Unavailable, e.Fault);
    }

    [Fact]
    public async Task CreateAsync_day_limit_says_when_to_try_again()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Control.InjectFault(new Fault(FaultKind.DayLimit) { RetryAfter = TimeSpan.FromHours(5) });

        var e = await Assert.ThrowsAsync<RemoteLedgerException>(() => bench.Contacts.CreateAsync(bench.Connection, [Full()], bench.Key(), default));

        Assert.Equal(Clock.Start.AddHours(5), e.RetryAt);
    }

    [Fact]
    public async Task ReadAsync_scope_taken_away_is_a_missing_permission()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Control.RemoveScope("accounting.contacts");

        var e = await Assert.ThrowsAsync<RemoteLedgerException>(() => bench.ListAsync(bench.Contacts.ReadAsync(bench.Connection, null, default)));

        Assert.Equal(RemoteFault.PermissionMissing, e.Fault);
    }

    [Fact]
    public async Task ReadAsync_disconnected_in_xero_is_told_as_such()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Control.Disconnect(bench.Tenant);

        var e = await Assert.ThrowsAsync<RemoteLedgerException>(() => bench.ListAsync(bench.Contacts.ReadAsync(bench.Connection, null, default)));

        Assert.Equal(RemoteFault.Disconnected, e.Fault);
    }

    [Fact]
    public async Task Calls_hundreds_in_a_row_never_meet_a_limit()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Control.AddContact(bench.Tenant, "A");

        for (var i = 0; i < 200; i++)
        {
            await bench.ListAsync(bench.Contacts.ReadAsync(bench.Connection, null, default));
        }

        Assert.All(bench.Control.Calls.Where(c => c.IsAccounting), c => Assert.Equal(200, c.Status));
        Assert.Equal(200, bench.Control.AccountingCalls);
    }

    private static ContactContent Full() => new()
    {
        Name = "  Fourth   Coffee Ltd ",
        ContactNumber = "K1",
        FirstName = "Zoë",
        LastName = "O'Brien",
        EmailAddress = "zoe@example.com",
        PhoneNumber = "01632 960001",
        CompanyNumber = "01234567",
        TaxNumber = "GB123456789",
        Address = new() { Line1 = "1 High Street", Line2 = "Floor 2", City = "Leeds", Region = "West Yorkshire", PostalCode = "LS1 1AA", Country = "United Kingdom" },
    };

    private static async Task<RemoteContact> ReadAsync(EmulatorBench bench, Guid id) =>
        (await bench.RunAsync(bench.Contacts.FindAsync(bench.Connection, [new(id.ToString())], default))).Single();
}
