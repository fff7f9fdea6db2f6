using Kompass.Xero.Wire;

namespace Kompass.Xero.Tests;

public sealed class XeroApiTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task ReadPages_every_page_once_and_no_call_more()
    {
        _bench.Stub
            .ThenJson(Contacts.Page(Enumerable.Range(1, 1000), 1, 2, 1200))
            .ThenJson(Contacts.Page(Enumerable.Range(1001, 200), 2, 2, 1200));

        var read = await ReadAsync(XeroQuery.All);

        Assert.Equal(1200, read.Count);
        Assert.Equal(["?order=ContactID&page=1&pageSize=1000", "?order=ContactID&page=2&pageSize=1000"], _bench.Stub.Seen.Select(s => s.Query));
        Assert.All(_bench.Stub.Seen, s => Assert.Equal("application/json", s.Header("Accept")));
        Assert.All(_bench.Stub.Seen, s => Assert.Equal(Bench.TenantId, s.Header("xero-tenant-id")));
    }

    [Fact]
    public async Task ReadPages_record_on_two_pages_comes_once()
    {
        _bench.Stub.ThenJson(Contacts.Page([1, 2, 3], 1, 2, 5)).ThenJson(Contacts.Page([3, 4, 5], 2, 2, 5));

        Assert.Equal([1, 2, 3, 4, 5], await ReadAsync(XeroQuery.All));
    }

    [Fact]
    public async Task ReadPages_record_skipped_between_pages_is_fetched_in_another_pass()
    {
        _bench.Stub.ThenJson(Contacts.Page([1, 2], 1, 2, 4)).ThenJson(Contacts.Page([4], 2, 2, 4))
            .ThenJson(Contacts.Page([1, 2], 1, 2, 4)).ThenJson(Contacts.Page([3, 4], 2, 2, 4));

        Assert.Equal([1, 2, 4, 3], await ReadAsync(XeroQuery.All));
    }

    [Fact]
    public async Task ReadPages_records_that_never_come_are_an_error_and_not_absent()
    {
        _bench.Stub.ThenJson(Contacts.Page([1], 1, 1, 2));

        var e = await Assert.ThrowsAsync<XeroApiException>(() => ReadAsync(XeroQuery.All));

        Assert.Equal(XeroErrorKind.Malformed, e.Kind);
        Assert.Equal(3, _bench.Stub.Seen.Count);
    }

    [Fact]
    public async Task ReadPages_without_pagination_goes_on_to_the_empty_page()
    {
        _bench.Stub.ThenJson($$"""{"Contacts":[{{Contacts.One(1)}}]}""").ThenJson("""{"Contacts":[]}""");

        Assert.Equal([1], await ReadAsync(XeroQuery.All));
        Assert.Equal(2, _bench.Stub.Seen.Count);
    }

    [Fact]
    public async Task ReadPages_failure_on_a_later_page_is_not_an_end()
    {
        _bench.Stub.ThenJson(Contacts.Page([1], 1, 2, 2)).ThenStatus(404, "<html>", "text/html");

        await Assert.ThrowsAsync<XeroApiException>(() => ReadAsync(XeroQuery.All));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Status":"OK"}""")]
    [InlineData("null")]
    [InlineData("<Response/>")]
    [InlineData("")]
    [InlineData("""{"Contacts":[{"ContactID":""")]
    public async Task ReadPages_answer_without_records_is_a_failed_read(string body)
    {
        _bench.Stub.ThenJson(body);

        var e = await Assert.ThrowsAsync<XeroApiException>(() => ReadAsync(XeroQuery.All));

        Assert.Equal(XeroErrorKind.Malformed, e.Kind);
    }

    [Fact]
    public async Task ReadPages_truncated_answer_is_read_once_more()
    {
        _bench.Stub.ThenJson("""{"Contacts":[{"Con""").ThenJson(Contacts.Page([1], 1, 1, 1));

        Assert.Equal([1], await ReadAsync(XeroQuery.All));
    }

    [Fact]
    public async Task ReadPages_changed_since_is_sent_as_iso_and_not_modified_is_empty()
    {
        _bench.Stub.ThenStatus(304);

        var read = await ReadAsync(new XeroQuery { ChangedSince = new DateTimeOffset(2026, 11, 22, 13, 0, 5, TimeSpan.FromHours(13)), IncludeArchived = true });

        Assert.Empty(read);
        Assert.Equal("2026-11-22T00:00:04", _bench.Stub.Seen[0].Header("If-Modified-Since"));
        Assert.Contains("includeArchived=true", _bench.Stub.Seen[0].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_values_are_encoded()
    {
        _bench.Stub.ThenJson("""{"Invoices":[]}""");

        await _bench.Api.ReadAsync(_bench.Tenant, XeroResources.Invoices, new XeroQuery { InvoiceNumbers = ["A&B#1", "C+D"], Where = "Type==\"ACCREC\"" }, default);

        Assert.Equal(
            "?InvoiceNumbers=A%26B%231,C%2BD&where=Type%3D%3D%22ACCREC%22&order=InvoiceID&page=1&pageSize=1000&unitdp=4",
            _bench.Stub.Seen[0].Address.Query);
    }

    [Fact]
    public async Task Create_is_put_with_errors_per_element_and_four_decimals()
    {
        _bench.Stub.ThenJson("""{"Invoices":[]}""");

        await _bench.Api.CreateAsync(_bench.Tenant, XeroResources.Invoices, [new InvoiceWrite { InvoiceNumber = "1" }], "k", default);

        var sent = _bench.Stub.Seen[0];
        Assert.Equal("PUT", sent.Method);
        Assert.Equal("/api.xro/2.0/Invoices", sent.Path);
        Assert.Equal("?summarizeErrors=false&unitdp=4", sent.Query);
        Assert.Equal("application/json; charset=utf-8", sent.Header("Content-Type"));
    }

    [Fact]
    public async Task Journals_carry_no_unit_decimals()
    {
        _bench.Stub.ThenJson("""{"ManualJournals":[]}""");

        await _bench.Api.CreateAsync(_bench.Tenant, XeroResources.ManualJournals, [new ManualJournalWrite { Narration = "n" }], "k", default);

        Assert.Equal("?summarizeErrors=false", _bench.Stub.Seen[0].Query);
    }

    [Fact]
    public async Task Update_without_an_id_is_refused_before_anything_is_sent()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => _bench.Api.UpdateAsync(_bench.Tenant, XeroResources.Contacts, [new ContactWrite { Name = "A" }], "k", default));
        await Assert.ThrowsAsync<ArgumentException>(
            () => _bench.Api.UpdateAsync(_bench.Tenant, XeroResources.Contacts, [new ContactWrite { ContactID = Guid.Empty.ToString() }], "k", default));
        await Assert.ThrowsAsync<ArgumentException>(
            () => _bench.Api.CreateAsync(_bench.Tenant, XeroResources.Contacts, [new ContactWrite { ContactID = Contacts.Id(1) }], "k", default));

        Assert.Empty(_bench.Stub.Seen);
    }

    [Fact]
    public async Task Write_too_much_at_once_is_refused()
    {
        var many = Enumerable.Range(0, 51).Select(i => new ContactWrite { Name = $"{i}" }).ToList();
        await Assert.ThrowsAsync<ArgumentException>(() => _bench.Api.CreateAsync(_bench.Tenant, XeroResources.Contacts, many, "k", default));

        var large = new ContactWrite { Name = new string('x', XeroApi.LargestBody) };
        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Api.CreateAsync(_bench.Tenant, XeroResources.Contacts, [large], "k", default));
        Assert.Equal(XeroErrorKind.TooLarge, e.Kind);

        await Assert.ThrowsAsync<ArgumentException>(
            () => _bench.Api.CreateAsync(_bench.Tenant, XeroResources.Contacts, [new ContactWrite()], new string('k', 129), default));
        Assert.Empty(_bench.Stub.Seen);
    }

    [Fact]
    public async Task Find_unknown_record_is_null()
    {
        _bench.Stub.ThenStatus(404, "The resource you're looking for cannot be found", "text/html");

        Assert.Null(await _bench.Api.FindAsync(_bench.Tenant, XeroResources.CreditNotes, Contacts.Id(1), default));
    }

    [Fact]
    public async Task Result_carries_limits_and_correlation_id()
    {
        _bench.Stub.ThenJson("""{"Items":[]}""", headers: [("xero-correlation-id", "corr-3"), ("x-daylimit-remaining", "4321")]);

        var result = await _bench.Api.ReadAsync(_bench.Tenant, XeroResources.Items, XeroQuery.All, default);

        Assert.Equal("corr-3", result.CorrelationId);
        Assert.Equal(4321, result.Limits.Day);
        Assert.Equal(Clock.Start, result.SentAt);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<List<int>> ReadAsync(XeroQuery query)
    {
        var found = new List<int>();
        await foreach (var page in _bench.Api.ReadPagesAsync(_bench.Tenant, XeroResources.Contacts, query, default))
        {
            found.AddRange(page.Value.Select(c => Convert.ToInt32(c.ContactID![^12..], 16)));
        }

        return found;
    }
}
