using System.Net;
using System.Text;

namespace Kompass.Xero.Emulator.Tests;

public sealed class FaultTests
{
    private const string NewContact = """{"Contacts":[{"Name":"Acme"}]}""";
    private readonly Xero _xero = new();

    private HttpRequestMessage PutContact()
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "https://api.xero.com/api.xro/2.0/Contacts") { Content = new StringContent(NewContact, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", _xero.Token);
        request.Headers.Add("xero-tenant-id", _xero.Tenant.ToString());
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    [Theory]
    [InlineData(FaultKind.ResponseLostAfterCommit, 1)]
    [InlineData(FaultKind.RequestLost, 0)]
    public async Task Lost_in_process_throws_and_the_work_is_done_or_not(FaultKind kind, int contacts)
    {
        _xero.Control.InjectFault(new Fault(kind) { Method = "PUT", PathPrefix = "/Contacts" });
        using var http = new HttpClient(_xero.Emulator.CreateHandler());
        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(PutContact()));
        Assert.Equal(contacts, _xero.Books.Contacts.Count);
        Assert.Equal(contacts, _xero.Control.Calls.Count);
        Assert.All(_xero.Control.Calls, call => Assert.False(call.IsAnswered));
    }

    [Fact]
    public async Task Lost_over_http_breaks_the_connection_after_the_work()
    {
        _xero.Control.InjectFault(new Fault(FaultKind.ResponseLostAfterCommit));
        await using var server = await EmulatorServer.StartAsync(_xero.Emulator);
        using var http = new HttpClient();
        var request = PutContact();
        request.RequestUri = new Uri(server.Endpoints.ApiUrl + "/Contacts");
        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request));
        Assert.Single(_xero.Books.Contacts);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Hang_answers_only_the_cancelled_caller(bool commits, int contacts)
    {
        _xero.Control.InjectFault(new Fault(FaultKind.Hang) { Commits = commits });
        using var http = new HttpClient(_xero.Emulator.CreateHandler());
        using var giveUp = new CancellationTokenSource();
        var call = http.SendAsync(PutContact(), giveUp.Token);
        _xero.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(call.IsCompleted);
        giveUp.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(contacts, _xero.Books.Contacts.Count);
    }

    [Fact]
    public async Task Late_arrival_is_handled_though_the_caller_gave_up()
    {
        // Without the runner's context what waits for the clock goes on while the clock is advanced, not some time later.
        SynchronizationContext.SetSynchronizationContext(null);
        _xero.Control.InjectFault(new Fault(FaultKind.LateArrival) { Delay = TimeSpan.FromMinutes(4) });
        using var http = new HttpClient(_xero.Emulator.CreateHandler());
        using var giveUp = new CancellationTokenSource();
        var call = http.SendAsync(PutContact(), giveUp.Token);
        giveUp.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(_xero.Books.Contacts);
        _xero.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Single(_xero.Books.Contacts);
    }

    [Fact]
    public async Task Slow_answer_waits_by_the_clock()
    {
        _xero.Control.InjectFault(new Fault(FaultKind.SlowAnswer) { Delay = TimeSpan.FromSeconds(30) });
        using var http = new HttpClient(_xero.Emulator.CreateHandler());
        var call = http.SendAsync(PutContact());
        Assert.Single(_xero.Books.Contacts);
        Assert.False(call.IsCompleted);
        _xero.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, (await call).StatusCode);
    }

    [Theory]
    [InlineData(FaultKind.Unavailable, 503, "text/plain")]
    [InlineData(FaultKind.NotFoundHtml, 404, "text/html")]
    [InlineData(FaultKind.TokenExpired, 401, "application/json")]
    [InlineData(FaultKind.TenantForbidden, 403, "application/json")]
    [InlineData(FaultKind.ServerError, 500, "application/json")]
    public void Refusal_strikes_once_and_does_nothing(FaultKind kind, int status, string type)
    {
        _xero.Control.InjectFault(new Fault(kind) { PathPrefix = "/Contacts" });
        _xero.Get("/Organisation").Ok();
        var refused = _xero.Put("/Contacts", NewContact);
        Assert.Equal(status, refused.Status);
        Assert.StartsWith(type, refused.Response.ContentType, StringComparison.Ordinal);
        Assert.Empty(_xero.Books.Contacts);
        _xero.Put("/Contacts", NewContact).Ok();
    }

    [Theory]
    [InlineData(FaultKind.MinuteLimit, "minute", "22", "X-MinLimit-Remaining")]
    [InlineData(FaultKind.DayLimit, "day", "66975", "X-DayLimit-Remaining")]
    [InlineData(FaultKind.ConcurrentLimit, "concurrent", null, null)]
    [InlineData(FaultKind.AppLimit, "appminute", null, "X-AppMinLimit-Remaining")]
    public void Limit_of_each_kind_looks_like_the_real_one(FaultKind kind, string problem, string? retryAfter, string? zero)
    {
        _xero.Control.InjectFault(new Fault(kind));
        var refused = _xero.Send("GET", "/Contacts");
        Assert.Equal((429, problem, retryAfter), (refused.Status, refused.Header("X-Rate-Limit-Problem"), refused.Header("Retry-After")));
        foreach (var header in (string[])["X-MinLimit-Remaining", "X-DayLimit-Remaining", "X-AppMinLimit-Remaining"])
        {
            Assert.Equal(header == zero, refused.Header(header) == "0");
        }
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Server_error_is_kept_under_the_idempotency_key(bool commits, int contacts)
    {
        _xero.Control.InjectFault(new Fault(FaultKind.ServerError) { Commits = commits, AsHtml = true });
        Assert.Equal(500, _xero.Put("/Contacts", NewContact, ("Idempotency-Key", "k1")).Status);
        var again = _xero.Put("/Contacts", NewContact, ("Idempotency-Key", "k1"));
        Assert.Equal(500, again.Status);
        Assert.StartsWith("text/html", again.Response.ContentType, StringComparison.Ordinal);
        Assert.Equal(contacts, _xero.Books.Contacts.Count);
        Assert.Equal(commits ? 400 : 200, _xero.Put("/Contacts", NewContact, ("Idempotency-Key", "k2")).Status);
    }

    [Fact]
    public void Truncated_json_breaks_off_and_the_work_is_done()
    {
        _xero.Control.InjectFault(new Fault(FaultKind.TruncatedJson));
        var response = _xero.Send("PUT", "/Contacts", NewContact);
        Assert.Equal(200, response.Status);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => System.Text.Json.Nodes.JsonNode.Parse(response.Text));
        Assert.Single(_xero.Books.Contacts);
    }

    [Fact]
    public void Xml_comes_though_json_was_asked_for()
    {
        _xero.Control.InjectFault(new Fault(FaultKind.XmlInsteadOfJson));
        Assert.StartsWith("text/xml", _xero.Send("GET", "/Contacts").ContentType, StringComparison.Ordinal);
    }

    [Fact]
    public void Skip_and_count_choose_the_calls()
    {
        _xero.Control.InjectFault(new Fault(FaultKind.Unavailable) { Skip = 2, Count = 2 });
        Assert.Equal([200, 200, 503, 503, 200], Enumerable.Range(0, 5).Select(_ => _xero.Get("/Contacts").Status).ToArray());
    }

    [Fact]
    public void Endless_fault_strikes_until_cleared()
    {
        _xero.Control.InjectFault(new Fault(FaultKind.Unavailable) { Count = null });
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(503, _xero.Get("/Contacts").Status));
        _xero.Control.ClearFaults();
        _xero.Get("/Contacts").Ok();
    }

    [Fact]
    public void Probability_is_drawn_from_the_seed()
    {
        int[] Draw(int seed)
        {
            var xero = new Xero();
            xero.Control.InjectFault(new Fault(FaultKind.Unavailable) { Count = null, Probability = 0.5, Seed = seed });
            return [.. Enumerable.Range(0, 40).Select(_ => xero.Get("/Contacts").Status)];
        }

        Assert.Equal(Draw(7), Draw(7));
        Assert.NotEqual(Draw(7), Draw(8));
        Assert.InRange(Draw(7).Count(status => status == 503), 10, 30);
    }

    [Fact]
    public void Token_endpoint_can_fail_too()
    {
        _xero.Control.InjectFault(new Fault(FaultKind.Unavailable) { PathPrefix = "/connect/token" });
        var response = _xero.Emulator.Handle(new EmulatedRequest("POST", new Uri("https://identity.xero.com/connect/token")));
        Assert.Equal(503, response.Status);
    }
}
