namespace Kompass.Xero.Emulator.Tests;

public sealed class PipelineTests
{
    private const string NewContact = """{"Contacts":[{"Name":"Acme"}]}""";
    private readonly Xero _xero = new();

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/xml")]
    public void Accept_without_json_is_answered_in_xml(string? accept)
    {
        var response = _xero.Send("GET", "/Organisation", null, ("Accept", accept));
        Assert.Equal(200, response.Status);
        Assert.StartsWith("text/xml", response.ContentType, StringComparison.Ordinal);
        Assert.StartsWith("<Response>", response.Text, StringComparison.Ordinal);
        Assert.Contains("<Organisation>", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Token_unknown_is_401_with_a_problem()
    {
        var answer = _xero.Get("/Contacts", ("Authorization", "Bearer nonsense"));
        Assert.Equal((401, "AuthenticationUnsuccessful", "Unauthorized"), (answer.Status, answer["Detail"]!.GetValue<string>(), answer["Title"]!.GetValue<string>()));
        Assert.Null(answer.Response.Header("X-MinLimit-Remaining"));
    }

    [Fact]
    public void Token_past_thirty_minutes_is_401_expired()
    {
        _xero.Clock.Advance(TimeSpan.FromMinutes(30));
        var answer = _xero.Get("/Contacts");
        Assert.Equal((401, "TokenExpired: token expired at 11/22/2026 09:30:00"), (answer.Status, answer["Detail"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("44444444-4444-4444-8444-444444444444")]
    public void Tenant_missing_or_foreign_is_403(string? tenant)
    {
        var answer = _xero.Get("/Contacts", ("xero-tenant-id", tenant));
        Assert.Equal((403, "AuthenticationUnsuccessful"), (answer.Status, answer["Detail"]!.GetValue<string>()));
    }

    [Fact]
    public void Tenant_disconnected_is_403()
    {
        _xero.Control.Disconnect(_xero.Tenant);
        Assert.Equal(403, _xero.Get("/Contacts").Status);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public void Scope_missing_follows_the_switch(int status)
    {
        var xero = new Xero(options => options.Switches.MissingScopeStatus = status, "accounting.contacts.read offline_access");
        Assert.Equal(200, xero.Get("/Contacts").Status);
        var answer = xero.Put("/Contacts", NewContact);
        Assert.Equal((status, "AuthorizationUnsuccessful"), (answer.Status, answer["Detail"]!.GetValue<string>()));
        Assert.Equal("insufficient_scope", answer.Response.Header("WWW-Authenticate"));
        Assert.Equal(status, xero.Get("/Invoices").Status);
    }

    [Theory]
    [InlineData("accounting.contacts", "/Contacts")]
    [InlineData("accounting.invoices", "/Invoices")]
    [InlineData("accounting.invoices.read", "/CreditNotes")]
    [InlineData("accounting.manualjournals.read", "/ManualJournals")]
    [InlineData("accounting.settings.read", "/Organisation")]
    [InlineData("accounting.settings.read", "/Accounts")]
    [InlineData("accounting.settings.read", "/TaxRates")]
    [InlineData("accounting.settings.read", "/Currencies")]
    [InlineData("accounting.settings.read", "/TrackingCategories")]
    [InlineData("accounting.invoices", "/Items")]
    [InlineData("accounting.payments.read", "/Payments")]
    public void Scope_opens_its_endpoint_and_no_other(string scope, string path)
    {
        var xero = new Xero(scopes: scope);
        Assert.Equal(200, xero.Get(path).Status);
        Assert.Equal(401, xero.Get(path == "/Contacts" ? "/Invoices" : "/Contacts").Status);
    }

    [Fact]
    public void Scope_removed_by_a_person_is_gone_from_live_tokens()
    {
        _xero.Control.RemoveScope("accounting.contacts");
        Assert.Equal(401, _xero.Get("/Contacts").Status);
    }

    [Theory]
    [InlineData("GET", "/Nonsense", 404)]
    [InlineData("GET", "/Contacts/55555555-5555-4555-8555-555555555555", 404)]
    [InlineData("GET", "/Contacts/x/y/z", 404)]
    [InlineData("DELETE", "/Contacts", 501)]
    [InlineData("POST", "/Organisation", 501)]
    public void Route_unknown_or_unserved_is_told(string method, string path, int status)
    {
        var response = _xero.Send(method, path, method == "POST" ? "{}" : null);
        Assert.Equal(status, response.Status);
        Assert.StartsWith(status == 404 ? "text/html" : "application/json", response.ContentType, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_carries_limits_and_a_correlation_id()
    {
        var response = _xero.Get("/Contacts").Response;
        Assert.Equal(("59", "4999", "9999"), (response.Header("x-minlimit-remaining"), response.Header("X-DayLimit-Remaining"), response.Header("X-AppMinLimit-Remaining")));
        Assert.True(Guid.TryParse(response.Header("Xero-Correlation-Id"), out _));
        Assert.Null(response.Header("ETag"));
    }

    [Fact]
    public void Minute_limit_refuses_the_61st_call_and_opens_after_the_window()
    {
        _xero.Get("/Contacts").Ok();
        _xero.Clock.Advance(TimeSpan.FromSeconds(20));
        for (var n = 0; n < 59; n++)
        {
            _xero.Get("/Contacts").Ok();
        }

        var refused = _xero.Send("GET", "/Contacts");
        Assert.Equal((429, "minute", "40", "0"), (refused.Status, refused.Header("X-Rate-Limit-Problem"), refused.Header("Retry-After"), refused.Header("X-MinLimit-Remaining")));
        Assert.True(refused.Body.IsEmpty);
        _xero.Clock.Advance(TimeSpan.FromSeconds(40));
        _xero.Get("/Contacts").Ok();
    }

    [Fact]
    public void Day_limit_says_how_long_until_it_resets()
    {
        var xero = new Xero(options => options.PerDay = 2);
        xero.Get("/Contacts").Ok();
        xero.Clock.Advance(TimeSpan.FromMinutes(2));
        xero.Get("/Contacts").Ok();
        var refused = xero.Send("GET", "/Contacts");
        Assert.Equal((429, "day", "86280", "0"), (refused.Status, refused.Header("X-Rate-Limit-Problem"), refused.Header("Retry-After"), refused.Header("X-DayLimit-Remaining")));
    }

    [Fact]
    public void App_limit_has_no_retry_after()
    {
        var xero = new Xero(options => options.AppPerMinute = 1);
        xero.Get("/Contacts").Ok();
        var refused = xero.Send("GET", "/Contacts");
        Assert.Equal((429, null, "0"), (refused.Status, refused.Header("Retry-After"), refused.Header("X-AppMinLimit-Remaining")));
    }

    [Fact]
    public void Limits_belong_to_one_organisation()
    {
        var xero = new Xero(options => options.PerMinute = 1);
        var other = xero.Control.AddOrganisation("Other");
        xero.Token = xero.Control.IssueTokens(null, xero.Tenant, other).AccessToken;
        xero.Get("/Contacts").Ok();
        Assert.Equal(429, xero.Get("/Contacts").Status);
        xero.Get("/Contacts", ("xero-tenant-id", other.ToString())).Ok();
    }

    [Theory]
    [InlineData(LimitBody.Empty, null)]
    [InlineData(LimitBody.Problem, "application/json; charset=utf-8")]
    [InlineData(LimitBody.Text, "text/plain; charset=utf-8")]
    public void Limit_body_follows_the_switch(LimitBody body, string? type)
    {
        var xero = new Xero(options => options.PerMinute = 0);
        xero.Emulator.Options.Switches.LimitBody = body;
        Assert.Equal(type, xero.Send("GET", "/Contacts").ContentType);
    }

    [Fact]
    public async Task Concurrent_limit_refuses_the_sixth_call_in_flight()
    {
        var xero = new Xero(options => options.Latency = TimeSpan.FromSeconds(2));
        using var http = new HttpClient(xero.Emulator.CreateHandler());
        Task<HttpResponseMessage> Call()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "https://api.xero.com/api.xro/2.0/Contacts");
            request.Headers.Authorization = new("Bearer", xero.Token);
            request.Headers.Add("xero-tenant-id", xero.Tenant.ToString());
            return http.SendAsync(request);
        }

        var five = Enumerable.Range(0, 5).Select(_ => Call()).ToArray();
        var sixth = Call();
        xero.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.All(await Task.WhenAll(five), answer => Assert.Equal(200, (int)answer.StatusCode));
        var refused = await sixth;
        Assert.Equal((429, "concurrent"), ((int)refused.StatusCode, refused.Headers.GetValues("X-Rate-Limit-Problem").Single()));
        Assert.Null(refused.Headers.RetryAfter);
        var after = Call();
        xero.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(200, (int)(await after).StatusCode);
    }

    [Fact]
    public void Idempotency_replay_does_nothing_again_and_still_counts()
    {
        var first = _xero.Put("/Contacts", NewContact, ("Idempotency-Key", "k1")).Ok();
        var replay = _xero.Put("/Contacts", NewContact, ("Idempotency-Key", "k1")).Ok();
        Assert.Equal(first.Text, replay.Text);
        Assert.Single(_xero.Books.Contacts);
        Assert.Equal("58", replay.Response.Header("X-MinLimit-Remaining"));
        Assert.Equal([false, true], _xero.Control.Calls.Select(call => call.IsReplay));
        Assert.Equal("k1", _xero.Control.Calls[1].IdempotencyKey);
    }

    [Fact]
    public void Idempotency_is_forgotten_six_minutes_after_the_first_call()
    {
        var journal = """{"ManualJournals":[{"Narration":"J","Date":"2026-11-20","Status":"POSTED","JournalLines":[{"LineAmount":1,"AccountCode":"400"},{"LineAmount":-1,"AccountCode":"200"}]}]}""";
        _xero.Put("/ManualJournals", journal, ("Idempotency-Key", "k1")).Ok();
        _xero.Clock.Advance(TimeSpan.FromSeconds(359));
        _xero.Put("/ManualJournals", journal, ("Idempotency-Key", "k1")).Ok();
        Assert.Single(_xero.Books.ManualJournals);
        _xero.Clock.Advance(TimeSpan.FromSeconds(1));
        _xero.Put("/ManualJournals", journal, ("Idempotency-Key", "k1")).Ok();
        Assert.Equal(2, _xero.Books.ManualJournals.Count);
    }

    [Theory]
    [InlineData("PUT", "/Contacts", """{"Contacts":[{"Name":"Other"}]}""")]
    [InlineData("POST", "/Contacts", NewContact)]
    [InlineData("PUT", "/Contacts?summarizeErrors=false", NewContact)]
    public void Idempotency_key_with_another_request_is_refused(string method, string path, string body)
    {
        _xero.Put("/Contacts", NewContact, ("Idempotency-Key", "k1")).Ok();
        var response = _xero.Send(method, path, body, ("Idempotency-Key", "k1"));
        Assert.Equal(400, response.Status);
        Assert.Contains("Idempotency Key: k1 is used with a different request.", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Idempotency_keeps_errors_too()
    {
        var id = _xero.Contact("Acme");
        Assert.Equal(400, _xero.Put("/Contacts", NewContact, ("Idempotency-Key", "k1")).Status);
        _xero.Control.ArchiveContact(_xero.Tenant, id);
        Assert.Equal(400, _xero.Put("/Contacts", NewContact, ("Idempotency-Key", "k1")).Status);
        Assert.Equal(200, _xero.Put("/Contacts", NewContact, ("Idempotency-Key", "k2")).Status);
    }

    [Theory]
    [InlineData(128, 200)]
    [InlineData(129, 400)]
    [InlineData(0, 400)]
    public void Idempotency_key_has_at_most_128_characters(int length, int status) =>
        Assert.Equal(status, _xero.Put("/Contacts", NewContact, ("Idempotency-Key", new string('k', length))).Status);

    [Fact]
    public void Body_past_the_limit_is_413()
    {
        var xero = new Xero(options => options.MaxRequestBytes = 20);
        Assert.Equal(413, xero.Put("/Contacts", NewContact).Status);
    }
}
