using System.Net;
using Kompass.Xero.Wire;

namespace Kompass.Xero.Tests;

public sealed class PipelineTests : IDisposable
{
    private const string Stored = """{"Contacts":[{"ContactID":"3ff6d40c-af9a-40a3-89ce-3c1556a25591","ContactNumber":"K1","Name":"A"}]}""";

    private readonly Bench _bench = new();

    [Fact]
    public async Task Read_server_faults_are_tried_again_with_growing_pauses()
    {
        _bench.Stub.ThenStatus(500).ThenStatus(502, "<html>", "text/html").ThenNoAnswer().ThenJson("""{"Items":[]}""");

        var result = await _bench.Time.RunAsync(_bench.Api.ReadAsync(_bench.Tenant, XeroResources.Items, XeroQuery.All, default));

        Assert.Empty(result.Value);
        var gaps = _bench.Stub.Seen.Zip(_bench.Stub.Seen.Skip(1), (a, b) => b.At - a.At).ToList();
        Assert.InRange(gaps[0], TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1.25));
        Assert.InRange(gaps[1], TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2.25));
        Assert.InRange(gaps[2], TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4.25));
    }

    [Fact]
    public async Task Read_lasting_fault_is_given_up_and_typed()
    {
        _bench.Stub.ThenStatus(500, """{"ErrorNumber":500,"Message":"An error occurred in Xero"}""", "application/json", ("Xero-Correlation-Id", "corr-7"));

        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Time.RunAsync(ReadItemsAsync()));

        Assert.Equal(XeroErrorKind.ServerFault, e.Kind);
        Assert.Equal("corr-7", e.CorrelationId);
        Assert.False(e.OutcomeUnknown);
        Assert.Equal(4, _bench.Stub.Seen.Count);
    }

    [Fact]
    public async Task Read_slow_answer_is_cut_off_by_the_injected_clock()
    {
        _bench.Stub.ThenHang().ThenJson("""{"Items":[]}""");

        await _bench.Time.RunAsync(ReadItemsAsync());

        Assert.Equal(2, _bench.Stub.Seen.Count);
        Assert.InRange(_bench.Stub.Seen[1].At - _bench.Stub.Seen[0].At, TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(47));
    }

    [Fact]
    public async Task Read_minute_limit_waits_as_long_as_asked()
    {
        _bench.Stub
            .ThenStatus(429, "", "text/plain", ("retry-after", "22"), ("x-rate-limit-problem", "minute"), ("x-minlimit-remaining", "0"))
            .ThenJson("""{"Items":[]}""");

        await _bench.Time.RunAsync(ReadItemsAsync());

        Assert.InRange(_bench.Stub.Seen[1].At - _bench.Stub.Seen[0].At, TimeSpan.FromSeconds(22), TimeSpan.FromSeconds(22.5));
    }

    [Fact]
    public async Task Read_concurrency_limit_waits_one_to_five_seconds()
    {
        _bench.Stub.ThenStatus(429).ThenJson("""{"Items":[]}""");

        await _bench.Time.RunAsync(ReadItemsAsync());

        Assert.InRange(_bench.Stub.Seen[1].At - _bench.Stub.Seen[0].At, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5.25));
    }

    [Fact]
    public async Task Read_day_limit_parks_the_organisation_and_never_sleeps()
    {
        _bench.Stub.ThenStatus(429, "", "text/plain", ("retry-after", "66975"), ("x-rate-limit-problem", "day"), ("x-daylimit-remaining", "0"));

        var e = await Assert.ThrowsAsync<XeroApiException>(ReadItemsAsync);

        Assert.Equal(XeroErrorKind.Parked, e.Kind);
        Assert.Equal(Clock.Start.AddSeconds(66975), e.ParkedUntil);
        await Assert.ThrowsAsync<XeroApiException>(ReadItemsAsync);
        Assert.Single(_bench.Stub.Seen);
    }

    [Fact]
    public async Task Write_without_any_answer_is_resent_byte_for_byte_under_its_key()
    {
        _bench.Stub.ThenNoAnswer().ThenJson(Stored);

        var result = await _bench.Time.RunAsync(CreateAsync("key-1"));

        Assert.Equal(ElementFate.Stored, result.Value[0].Fate);
        Assert.Equal(2, _bench.Stub.Seen.Count);
        Assert.Equal(_bench.Stub.Seen[0].Body, _bench.Stub.Seen[1].Body);
        Assert.All(_bench.Stub.Seen, s => Assert.Equal("key-1", s.Header("Idempotency-Key")));
    }

    [Fact]
    public async Task Write_without_key_is_never_resent()
    {
        _bench.Stub.ThenNoAnswer();

        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Time.RunAsync(CreateAsync(null)));

        Assert.True(e.OutcomeUnknown);
        Assert.Single(_bench.Stub.Seen);
        Assert.Null(_bench.Stub.Seen[0].Header("Idempotency-Key"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Write_answered_by_a_fault_is_an_unknown_outcome_and_not_resent(int status)
    {
        _bench.Stub.ThenStatus(status, "The Xero API is temporarily unavailable");

        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Time.RunAsync(CreateAsync("key-1")));

        Assert.True(e.OutcomeUnknown);
        Assert.Equal(Clock.Start, e.LastSentAt);
        Assert.Single(_bench.Stub.Seen);
    }

    [Fact]
    public async Task Write_truncated_answer_is_an_unknown_outcome_and_not_resent()
    {
        _bench.Stub.ThenJson("""{"Contacts":[{"ContactID":"3ff6""");

        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Time.RunAsync(CreateAsync("key-1")));

        Assert.Equal(XeroErrorKind.Malformed, e.Kind);
        Assert.True(e.OutcomeUnknown);
        Assert.Single(_bench.Stub.Seen);
    }

    [Fact]
    public async Task Write_is_not_resent_once_the_key_may_be_forgotten()
    {
        using var bench = new Bench(o => o.LongestFlight = TimeSpan.FromMinutes(5.5));
        bench.Stub.ThenHang();

        var e = await Assert.ThrowsAsync<XeroApiException>(() => bench.Time.RunAsync(CreateAsync(bench, "key-1")));

        Assert.Equal(XeroErrorKind.NoAnswer, e.Kind);
        Assert.True(e.OutcomeUnknown);
        Assert.Single(bench.Stub.Seen);
    }

    [Fact]
    public async Task Write_resend_held_up_at_the_gate_beyond_the_window_is_not_sent()
    {
        _bench.Stub.Then((_, _) =>
        {
            _bench.Gate.Hold(TimeSpan.FromSeconds(62));
            return Task.FromException<HttpResponseMessage>(new HttpRequestException("reset"));
        });

        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Time.RunAsync(CreateAsync("key-1")));

        Assert.True(e.OutcomeUnknown);
        Assert.Single(_bench.Stub.Seen);
    }

    [Fact]
    public async Task Write_limited_is_resent_since_xero_refused_it_unread()
    {
        _bench.Stub.ThenStatus(429, "", "text/plain", ("retry-after", "3"), ("x-minlimit-remaining", "0")).ThenJson(Stored);

        await _bench.Time.RunAsync(CreateAsync("key-1"));

        Assert.Equal(2, _bench.Stub.Seen.Count);
    }

    [Fact]
    public async Task Write_limited_after_silence_stays_unknown()
    {
        _bench.Stub.ThenNoAnswer().ThenStatus(429, "", "text/plain", ("retry-after", "66975"), ("x-daylimit-remaining", "0"));

        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Time.RunAsync(CreateAsync("key-1")));

        Assert.Equal(XeroErrorKind.Parked, e.Kind);
        Assert.True(e.OutcomeUnknown);
    }

    [Fact]
    public async Task Write_refused_after_silence_is_settled()
    {
        _bench.Stub.ThenNoAnswer().ThenStatus(400, """{"ErrorNumber":14,"Message":"JSON for post data was invalid"}""", "application/json");

        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Time.RunAsync(CreateAsync("key-1")));

        Assert.False(e.OutcomeUnknown);
    }

    [Theory]
    [InlineData(404, "<html>Not found</html>", "text/html")]
    [InlineData(404, """{"Status":404,"Detail":"The resource you're looking for cannot be found"}""", "application/json")]
    [InlineData(400, "<html>Bad request</html>", "text/html")]
    [InlineData(401, """{"Status":401,"Detail":"AuthenticationUnsuccessful"}""", "application/json")]
    [InlineData(403, """{"Status":403,"Detail":"AuthenticationUnsuccessful"}""", "application/json")]
    public async Task Write_answered_after_silence_by_what_may_not_have_seen_it_stays_unknown(int status, string body, string type)
    {
        _bench.Stub.ThenNoAnswer().ThenStatus(status, body, type);
        if (status == 401)
        {
            _bench.Stub.ThenJson(Bench.TokenAnswer("access-2", "refresh-2")).ThenStatus(status, body, type);
        }

        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Time.RunAsync(CreateAsync("key-1")));

        Assert.True(e.OutcomeUnknown);
    }

    [Fact]
    public async Task Call_expired_token_is_renewed_once_and_the_call_repeated()
    {
        _bench.Stub
            .ThenStatus(401, """{"Status":401,"Detail":"TokenExpired: token expired at 02/20/2025"}""", "application/json")
            .ThenJson(Bench.TokenAnswer("access-2", "refresh-2"))
            .ThenJson(Stored);

        await _bench.Time.RunAsync(CreateAsync("key-1"));

        Assert.Equal(["PUT", "POST", "PUT"], _bench.Stub.Seen.Select(s => s.Method));
        Assert.Equal("Bearer access-2", _bench.Stub.Seen[2].Header("Authorization"));
        Assert.Equal("refresh-2", (await _bench.StoredTokensAsync()).RefreshToken);
    }

    [Fact]
    public async Task Call_refused_after_the_renewal_does_not_loop()
    {
        const string body = """{"Status":401,"Detail":"AuthenticationUnsuccessful"}""";
        _bench.Stub.ThenStatus(401, body, "application/json").ThenJson(Bench.TokenAnswer("access-2", "refresh-2")).ThenStatus(401, body, "application/json");

        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Time.RunAsync(ReadItemsAsync()));

        Assert.Equal(XeroErrorKind.Unauthorized, e.Kind);
        Assert.Equal(3, _bench.Stub.Seen.Count);
    }

    [Fact]
    public async Task Call_missing_scope_is_not_answered_by_renewing()
    {
        _bench.Stub.ThenStatus(401, """{"status":401,"detail":"AuthorizationUnsuccessful"}""", "application/json");

        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Time.RunAsync(ReadItemsAsync()));

        Assert.Equal(XeroErrorKind.ScopeMissing, e.Kind);
        Assert.Single(_bench.Stub.Seen);
    }

    [Fact]
    [Trait("Security", "ssrf")]
    public async Task Call_redirect_is_not_followed()
    {
        _bench.Stub.Then(_ =>
        {
            var response = StubXero.Answer(HttpStatusCode.Found, "");
            response.Headers.Location = new("http://169.254.169.254/latest/meta-data");
            return response;
        });

        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Time.RunAsync(ReadItemsAsync()));

        Assert.Equal(XeroErrorKind.Malformed, e.Kind);
        Assert.Single(_bench.Stub.Seen);
    }

    [Fact]
    [Trait("Security", "ssrf")]
    public async Task Call_to_another_host_is_stopped()
    {
        var client = _bench.Get<IHttpClientFactory>().CreateClient(XeroHttp.IdentityClient);

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync(new Uri("http://169.254.169.254/latest")));

        Assert.Empty(_bench.Stub.Seen);
    }

    [Fact]
    public async Task Calls_never_exceed_five_in_flight()
    {
        var open = new List<TaskCompletionSource<HttpResponseMessage>>();
        _bench.Stub.Then((_, _) =>
        {
            var source = new TaskCompletionSource<HttpResponseMessage>();
            open.Add(source);
            return source.Task;
        });
        var calls = Enumerable.Range(0, 12).Select(_ => ReadItemsAsync()).ToList();

        for (var i = 0; i < 12; i++)
        {
            Assert.InRange(_bench.Stub.InFlight, 1, 5);
            open[i].SetResult(StubXero.Answer(HttpStatusCode.OK, """{"Items":[]}"""));
        }

        await Task.WhenAll(calls);
        Assert.Equal(5, _bench.Stub.MostInFlight);
    }

    [Fact]
    public async Task Write_that_stood_still_for_longer_than_a_call_may_take_never_leaves()
    {
        _bench.Stub.ThenJson(Stored);
        _bench.Gate.Hold(TimeSpan.FromSeconds(181));

        var e = await Assert.ThrowsAsync<XeroApiException>(() => _bench.Time.RunAsync(CreateAsync("key-1")));

        Assert.True(e.OutcomeUnknown);
        Assert.Empty(_bench.Stub.Seen);
    }

    [Fact]
    public async Task Write_that_waited_for_less_than_that_leaves()
    {
        _bench.Stub.ThenJson(Stored);
        _bench.Gate.Hold(TimeSpan.FromSeconds(179));

        await _bench.Time.RunAsync(CreateAsync("key-1"));

        Assert.Single(_bench.Stub.Seen);
    }

    [Fact]
    public async Task Call_cancelled_by_the_caller_is_cancelled()
    {
        _bench.Stub.ThenHang();
        using var cancel = new CancellationTokenSource();
        var call = _bench.Api.ReadAsync(_bench.Tenant, XeroResources.Items, XeroQuery.All, cancel.Token);

        cancel.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(_bench.Gate.EnterAsync(CallPriority.Sync, default).IsCompletedSuccessfully);
    }

    public void Dispose() => _bench.Dispose();

    private Task<XeroResult<IReadOnlyList<ItemDto>>> ReadItemsAsync() =>
        _bench.Api.ReadAsync(_bench.Tenant, XeroResources.Items, XeroQuery.All, default);

    private Task<XeroResult<IReadOnlyList<ElementOutcome<ContactDto>>>> CreateAsync(string? key) => CreateAsync(_bench, key);

    private static Task<XeroResult<IReadOnlyList<ElementOutcome<ContactDto>>>> CreateAsync(Bench bench, string? key) =>
        bench.Api.CreateAsync(bench.Tenant, XeroResources.Contacts, [new ContactWrite { Name = "A", ContactNumber = "K1" }], key, default);
}
