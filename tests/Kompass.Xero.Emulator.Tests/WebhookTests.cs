using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator.Tests;

public sealed class WebhookTests : IDisposable
{
    private const string Key = "the signing key";
    private readonly Receiver _receiver = new();
    private readonly Xero _xero;

    public WebhookTests()
    {
        _xero = new Xero(options => options.WebhookHandler = _receiver);
        Webhooks.Subscribe(new Uri("https://kompass.example/webhooks"), Key);
    }

    public void Dispose() => _receiver.Dispose();

    private EmulatedWebhooks Webhooks => _xero.Control.Webhooks;

    private async Task StartAsync()
    {
        Assert.True(await Webhooks.CheckIntentAsync());
        _receiver.Bodies.Clear();
    }

    private IReadOnlyList<JsonNode> Told => [.. _receiver.Bodies.SelectMany(body => JsonNode.Parse(body)!["events"]!.AsArray().Select(one => one!))];

    [Fact]
    public async Task Intent_is_five_empty_payloads_some_signed_wrongly()
    {
        Assert.Equal(WebhookState.IntentToReceive, Webhooks.State);
        Assert.True(await Webhooks.CheckIntentAsync());
        Assert.Equal(WebhookState.On, Webhooks.State);
        Assert.Equal([200, 401, 401, 200, 200], Webhooks.Attempts.Select(attempt => attempt.Status!.Value));
        var body = JsonNode.Parse(_receiver.Bodies[0])!;
        Assert.Equal((0, 0, 0), (body["events"]!.AsArray().Count, body["firstEventSequence"]!.GetValue<int>(), body["lastEventSequence"]!.GetValue<int>()));
        Assert.Equal(5, _receiver.Bodies.Distinct().Count());
    }

    [Theory]
    [InlineData("accepts everything", "signed wrongly")]
    [InlineData("refuses everything", "signed rightly")]
    [InlineData("answers with a body", "body")]
    [InlineData("sets a cookie", "cookie")]
    [InlineData("breaks", "reached")]
    public async Task Intent_fails_when_the_receiver(string fault, string reason)
    {
        _receiver.Behaviour = fault;
        Assert.False(await Webhooks.CheckIntentAsync());
        Assert.Equal(WebhookState.IntentToReceive, Webhooks.State);
        Assert.Contains(Webhooks.Attempts, attempt => attempt.Reason?.Contains(reason, StringComparison.Ordinal) == true);
        _xero.Contact();
        Assert.Empty(await Webhooks.DeliverAsync());
    }

    [Fact]
    public async Task Intent_fails_when_an_answer_takes_more_than_five_seconds()
    {
        _receiver.Behaviour = "never answers";
        var check = Webhooks.CheckIntentAsync();
        for (var n = 0; n < 5; n++)
        {
            Assert.False(check.IsCompleted);
            _xero.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.False(await check);
        Assert.All(Webhooks.Attempts, attempt => Assert.Null(attempt.Status));
    }

    [Fact]
    public async Task Writes_are_told_by_id_alone_and_signed()
    {
        await StartAsync();
        var contact = _xero.Put("/Contacts", """{"Contacts":[{"Name":"Acme"}]}""").Ok().First("Contacts")["ContactID"]!.GetValue<string>();
        var attempt = Assert.Single(await Webhooks.DeliverAsync());
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(attempt.Body))), attempt.Signature);
        var told = Assert.Single(Told);
        Assert.Equal(
            ("CREATE", "CONTACT", contact, $"https://api.xero.com/api.xro/2.0/Contacts/{contact}", "2026-11-22T09:00:00.000", _xero.Tenant.ToString(), "ORGANISATION"),
            (Text(told, "eventType"), Text(told, "eventCategory"), Text(told, "resourceId"), Text(told, "resourceUrl"), Text(told, "eventDateUtc"), Text(told, "tenantId"), Text(told, "tenantType")));
        Assert.Equal((1, 1), (JsonNode.Parse(attempt.Body)!["firstEventSequence"]!.GetValue<int>(), JsonNode.Parse(attempt.Body)!["lastEventSequence"]!.GetValue<int>()));
        Assert.Empty(await Webhooks.DeliverAsync());
    }

    [Fact]
    public async Task Deeds_of_people_and_payments_are_updates_and_journals_are_silent()
    {
        var contact = _xero.Contact();
        var invoice = _xero.InvoiceId(Xero.Invoice(contact, "A-1"));
        await StartAsync();
        _xero.Control.ArchiveContact(_xero.Tenant, contact);
        _xero.Control.PayInvoice(_xero.Tenant, invoice, 120, new(2026, 11, 22));
        _xero.Put("/ManualJournals", """{"Narration":"J","JournalLines":[{"LineAmount":1,"AccountCode":"400"},{"LineAmount":-1,"AccountCode":"200"}]}""").Ok();
        _xero.Put("/Items", """{"Code":"X"}""").Ok();
        await Webhooks.DeliverAsync();
        Assert.Equal(["UPDATE CONTACT", "UPDATE INVOICE"], Told.Select(one => $"{Text(one, "eventType")} {Text(one, "eventCategory")}"));
    }

    [Fact]
    public async Task Credit_note_carries_type_and_status_and_refused_writes_carry_nothing()
    {
        await StartAsync();
        var contact = _xero.Contact();
        _xero.Put("/CreditNotes", Xero.Envelope("CreditNotes", Xero.CreditNote(contact, "CN-1"))).Ok();
        Assert.Equal(400, _xero.Put("/CreditNotes", Xero.Envelope("CreditNotes", Xero.CreditNote(contact, "CN-1"))).Status);
        await Webhooks.DeliverAsync();
        Assert.Equal(2, Told.Count);
        Assert.Equal(("ACCRECCREDIT", "AUTHORISED"), (Text(Told[1]["data"]!, "Type"), Text(Told[1]["data"]!, "Status")));
    }

    [Fact]
    public async Task Categories_choose_and_disconnected_organisations_are_silent()
    {
        Webhooks.Subscribe(new Uri("https://kompass.example/webhooks"), Key, "INVOICE");
        await StartAsync();
        var contact = _xero.Contact();
        _xero.InvoiceId(Xero.Invoice(contact, "A-1"));
        _xero.Control.Disconnect(_xero.Tenant);
        _xero.Control.AddDocument(_xero.Tenant, contact, "ACCREC", "A-2", new(2026, 11, 1), 5);
        await Webhooks.DeliverAsync();
        Assert.Equal("INVOICE", Text(Assert.Single(Told), "eventCategory"));
    }

    [Fact]
    public async Task Failure_is_retried_at_once_then_every_quarter_of_an_hour_and_ends_after_a_day()
    {
        await StartAsync();
        _xero.Contact();
        _receiver.Behaviour = "refuses everything";
        Assert.Equal(2, (await Webhooks.DeliverAsync()).Count);
        Assert.Empty(await Webhooks.DeliverAsync());
        _xero.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(2, (await Webhooks.DeliverAsync()).Count);
        for (var hours = 0; hours < 24; hours++)
        {
            Assert.Equal(WebhookState.On, Webhooks.State);
            _xero.Clock.Advance(TimeSpan.FromHours(1));
            await Webhooks.DeliverAsync();
        }

        Assert.Equal(WebhookState.Disabled, Webhooks.State);
        Assert.Contains("disabled", Assert.Single(Webhooks.Emails), StringComparison.Ordinal);

        _xero.Contact("Later");
        _receiver.Behaviour = null;
        Assert.Empty(await Webhooks.DeliverAsync());
        await StartAsync();
        await Webhooks.DeliverAsync();
        Assert.Equal(["Acme Ltd", "Later"], Told.Select(one => _xero.Books.Contacts.Single(contact => contact.Id.ToString() == Text(one, "resourceId")).Name));
    }

    [Fact]
    public async Task Events_are_kept_for_31_days()
    {
        await StartAsync();
        _xero.Contact();
        _receiver.Behaviour = "refuses everything";
        await Webhooks.DeliverAsync();
        _xero.Clock.Advance(TimeSpan.FromDays(31));
        Assert.NotEmpty(await Webhooks.DeliverAsync());
        await Webhooks.CheckIntentAsync();
        _receiver.Behaviour = null;
        await StartAsync();
        _xero.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await Webhooks.DeliverAsync());
        Assert.Equal(0, Webhooks.Pending);
    }

    [Fact]
    public async Task Faults_sign_wrongly_repeat_reverse_and_check_again()
    {
        await StartAsync();
        _xero.Contact("A");
        _xero.Contact("B");
        _xero.Control.InjectFault(new Fault(FaultKind.WebhookIntentToReceive));
        _xero.Control.InjectFault(new Fault(FaultKind.WebhookOutOfOrder));
        _xero.Control.InjectFault(new Fault(FaultKind.WebhookWrongSignature));
        _xero.Control.InjectFault(new Fault(FaultKind.WebhookDuplicate));
        var attempts = await Webhooks.DeliverAsync();
        Assert.Equal([(0, true), (0, false), (1, false), (1, true), (1, true), (1, true)], attempts.Select(attempt => (attempt.Events, attempt.IsSignedRightly)));
        Assert.Equal([2, 2, 2, 1], attempts.Skip(2).Select(attempt => JsonNode.Parse(attempt.Body)!["firstEventSequence"]!.GetValue<int>()));
        Assert.Empty(_xero.Control.Faults);
        _xero.Get("/Contacts").Ok();
    }

    [Fact]
    public async Task Old_spelling_by_the_switch()
    {
        _xero.Emulator.Options.Switches.WebhookNamesAreUpperCamel = true;
        await StartAsync();
        _xero.Contact();
        await Webhooks.DeliverAsync();
        var told = JsonNode.Parse(_receiver.Bodies.Single())!["Events"]![0]!;
        Assert.Equal("Create", Text(told, "EventType"));
    }

    [Theory]
    [InlineData("http://kompass.example/webhooks")]
    [InlineData("https://kompass.example:8443/webhooks")]
    public void Subscribe_wrong_address_is_refused(string url) => Assert.Throws<ArgumentException>(() => Webhooks.Subscribe(new Uri(url)));

    [Fact]
    public void Subscribe_unknown_category_is_refused() =>
        Assert.Throws<ArgumentException>(() => Webhooks.Subscribe(new Uri("https://kompass.example/webhooks"), Key, "MANUALJOURNAL"));

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    /// <summary>A receiver that is right unless told otherwise.</summary>
    private sealed class Receiver : HttpMessageHandler
    {
        public string? Behaviour { get; set; }

        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            Bodies.Add(Encoding.UTF8.GetString(body));
            var isRight = request.Headers.GetValues("x-xero-signature").Single() == Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), body));
            var answer = new HttpResponseMessage(isRight ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
            switch (Behaviour)
            {
                case "accepts everything": answer.StatusCode = HttpStatusCode.OK; break;
                case "refuses everything": answer.StatusCode = HttpStatusCode.Unauthorized; break;
                case "answers with a body": answer.Content = new StringContent("thanks"); break;
                case "sets a cookie": answer.Headers.Add("Set-Cookie", "a=b"); break;
                case "breaks": throw new HttpRequestException("no route");
                case "never answers": await new TaskCompletionSource().Task.WaitAsync(cancellationToken); break;
            }

            return answer;
        }
    }
}
