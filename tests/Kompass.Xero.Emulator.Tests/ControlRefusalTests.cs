using System.Text;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator.Tests;

/// <summary>Mistakes at the control surface, in process and over HTTP: each is told, and nothing is changed by it.</summary>
public sealed class ControlRefusalTests
{
    private static readonly Guid Nobody = Guid.Parse("55555555-5555-4555-8555-555555555555");
    private readonly Xero _xero = new();

    private EmulatorControl Control => _xero.Control;

    private (int Status, string Text) Ask(string method, string path, string? body = null)
    {
        var answer = _xero.Emulator.Handle(new EmulatedRequest(
            method, new Uri("http://localhost/_emulator/" + path), null, body is null ? default : Encoding.UTF8.GetBytes(body)));
        return (answer.Status, answer.Text);
    }

    /// <summary>What the refusal says; everything that the surface shows stays as it was.</summary>
    private string Refused(string method, string path, string? body = null)
    {
        var before = Everything();
        var (status, text) = Ask(method, path, body);
        Assert.True(status == 400, $"{status}: {text}");
        Assert.Equal(before, Everything());
        return JsonNode.Parse(text)!["error"]!.GetValue<string>();
    }

    private string Everything() => string.Join('\n', ((string[])
        [$"organisations/{_xero.Tenant}/books", "organisations", "users", "connections", "faults", "switches", "limits"]).Select(path => Ask("GET", path).Text));

    private string Organisation(string path) => $"organisations/{_xero.Tenant}/{path}";

    [Theory]
    [InlineData("limits", """{"perDay":7,"perMinute":-1}""", "PerMinute cannot be -1")]
    [InlineData("limits", """{"latency":"-00:00:01"}""", "Latency cannot be -00:00:01")]
    [InlineData("limits", """{"perMinute":"many"}""", "'PerMinute' cannot be \"many\". Set a whole number.")]
    [InlineData("limits", """{"perMinute":null}""", "'PerMinute' cannot be null")]
    [InlineData("limits", """{"perDay":7,"perCentury":1}""", "There is nothing named 'perCentury'")]
    [InlineData("switches", """{"notModifiedIs304":true,"limitBody":999}""", "'LimitBody' cannot be 999. Set one of")]
    [InlineData("switches", """{"numberReuse":"Sometimes"}""", "'NumberReuse' cannot be \"Sometimes\". Set one of")]
    [InlineData("switches", """{"missingScopeStatus":999}""", "MissingScopeStatus cannot be 999. Set one of 401, 403.")]
    [InlineData("switches", """{"rapidSync":true}""", "There is nothing named 'rapidSync'")]
    [InlineData("faults", """{"kind":999}""", "The fault's 'kind' cannot be read. Kinds are")]
    [InlineData("faults", """{"count":2}""", "The fault needs a 'kind'.")]
    [InlineData("faults", """{"kind":"Hang","times":2}""", "The fault's 'times' cannot be read.")]
    [InlineData("faults", """{"kind":"Hang","delay":"-00:00:01"}""", "A fault needs")]
    [InlineData("tokens", """{"scopes":"accounting.contacts accounting.nonsense"}""", "There is no scope 'accounting.nonsense'")]
    [InlineData("tokens", """{"tenants":["55555555-5555-4555-8555-555555555555"]}""", "No organisation has the id 55555555")]
    [InlineData("tokens", """{"tenants":"all"}""", "'tenants' is not an array of ids")]
    [InlineData("organisations", """{"name":"New","seed":"nope"}""", "There is no seed named 'nope'. The seeds are 'demo'")]
    [InlineData("users", """{"email":"admin@kompass.example"}""", "There is a person with the address")]
    public void Setting_that_cannot_be_is_told(string path, string body, string message) =>
        Assert.StartsWith(message, Refused("POST", path, body), StringComparison.Ordinal);

    [Fact]
    public void Scope_that_does_not_exist_cannot_be_taken_away() =>
        Assert.StartsWith("There is no scope 'nonsense'", Refused("DELETE", "scopes/nonsense"), StringComparison.Ordinal);

    [Theory]
    [InlineData("", """{"timeZone":"MARSTIME"}""", "There is no time zone 'MARSTIME'. Choose one of AUSCENTRALSTANDARDTIME")]
    [InlineData("", """{"timeZone":"Europe/London"}""", "There is no time zone 'Europe/London'")]
    [InlineData("", """{"name":""}""", "An organisation needs a name")]
    [InlineData("", """{"approvalsPerMonth":-1}""", "Approvals per month")]
    [InlineData("", """{"approvalsPerMonth":1.5}""", "'1.5' in approvalsPerMonth is not a whole number")]
    [InlineData("accounts", """{"code":"200","name":"Other sales"}""", "The account code 200 is taken by 'Sales'. Choose another code")]
    [InlineData("accounts", """{"code":"999","name":"sales"}""", "There is an account named 'sales' already")]
    [InlineData("tax-rates", """{"taxType":"TAX001","name":"Odd","rate":-1}""", "The rate of TAX001 cannot be -1")]
    [InlineData("currencies", """{"code":"XXX"}""", "There is no currency 'XXX'")]
    [InlineData("tracking-categories", """{"name":"region","options":"East"}""", "There is a tracking category 'region' already")]
    [InlineData("tracking-categories", """{"name":"Team","options":"Red|red"}""", "The options of 'Team' must have names, each another one")]
    [InlineData("items", """{"code":"a","name":"Again"}""", "The item code a is taken by 'First'")]
    [InlineData("documents", """{"contactId":"CONTACT","type":"QUOTE","number":"Q-1","date":"2026-11-01","net":1}""", "There is no document type 'QUOTE'")]
    [InlineData("documents", """{"contactId":"CONTACT","type":"ACCREC","number":"A-1","date":"2026-11-01","net":1}""", "The number A-1 is taken")]
    [InlineData("invoices/INVOICE/pay", """{"amount":0.001,"date":"2026-11-01"}""", "0.001 cannot be paid on A-1")]
    [InlineData("invoices/INVOICE/recode", """{"from":"999","to":"260"}""", "A-1 has no line on account 999. Its lines are on 200.")]
    [InlineData("invoices/INVOICE/void", null, "A-1 cannot be VOIDED: 20.00 is paid")]
    [InlineData("contacts/CONTACT/merge", """{"into":"CONTACT"}""", "'Acme Ltd' cannot be merged into itself")]
    [InlineData("contacts/LOSER/merge", """{"into":"CONTACT"}""", "'Loser' is merged into 'Acme Ltd' already. Restore it first.")]
    [InlineData("contacts/CONTACT/merge", """{"into":"LOSER"}""", "'Acme Ltd' cannot be merged into 'Loser', which is ARCHIVED. Name an active contact")]
    public void Record_that_cannot_be_is_told(string path, string? body, string message)
    {
        var contact = _xero.Contact();
        var loser = _xero.Contact("Loser");
        Control.MergeContacts(_xero.Tenant, loser, contact);
        Control.AddTrackingCategory(_xero.Tenant, "Region", "North");
        Control.AddItem(_xero.Tenant, "A", "First");
        var invoice = Control.AddDocument(_xero.Tenant, contact, "ACCREC", "A-1", new(2026, 11, 1), 100);
        Control.PayInvoice(_xero.Tenant, invoice, 20, new(2026, 11, 2));
        string Filled(string text) => text.Replace("CONTACT", contact.ToString(), StringComparison.Ordinal)
            .Replace("LOSER", loser.ToString(), StringComparison.Ordinal).Replace("INVOICE", invoice.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(message, Refused("POST", Organisation(Filled(path)).TrimEnd('/'), body is null ? null : Filled(body)), StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_cannot_be_voided_and_the_third_tracking_category_not_added()
    {
        var draft = Control.AddDocument(_xero.Tenant, _xero.Contact(), "ACCREC", "A-1", new(2026, 11, 1), 100, document => document with { Status = "DRAFT" });
        Assert.StartsWith("A-1 cannot be voided: it is DRAFT.", Refused("POST", Organisation($"invoices/{draft}/void")), StringComparison.Ordinal);
        Control.AddTrackingCategory(_xero.Tenant, "One");
        Control.AddTrackingCategory(_xero.Tenant, "Two");
        Assert.StartsWith("Xero has at most 2 active", Refused("POST", Organisation("tracking-categories"), """{"name":"Three","options":"A"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_refuse_what_no_limit_and_no_switch_can_be()
    {
        var options = _xero.Emulator.Options;
        Assert.StartsWith("PerDay cannot be -1. Set 0 or more.", Assert.Throws<ArgumentException>(() => options.PerDay = -1).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => options.WebhookInterval = TimeSpan.FromSeconds(-1));
        Assert.Throws<ArgumentException>(() => options.Switches.NumberReuse = (NumberReuse)999);
        Assert.Throws<ArgumentException>(() => options.Switches.MissingScopeStatus = 404);
        Assert.Equal((5000, NumberReuse.AfterDeleted, 401), (options.PerDay, options.Switches.NumberReuse, options.Switches.MissingScopeStatus));
    }

    [Fact]
    public void Edits_refuse_what_would_spoil_the_books()
    {
        var (one, two) = (_xero.Contact("One"), _xero.Contact("Two"));
        Control.MergeContacts(_xero.Tenant, one, two);
        Assert.Throws<ArgumentException>(() => Control.EditContact(_xero.Tenant, two, contact => contact with { MergedToContactId = one }));
        Assert.Throws<ArgumentException>(() => Control.EditContact(_xero.Tenant, two, contact => contact with { MergedToContactId = Nobody }));
        Assert.Throws<ArgumentException>(() => Control.EditContact(_xero.Tenant, two, contact => contact with { Name = " " }));
        var account = _xero.Books.Accounts.Single(known => known.Code == "260").Id;
        Assert.Throws<ArgumentException>(() => Control.EditAccount(_xero.Tenant, account, known => known with { Code = "200" }));
        Assert.Throws<ArgumentException>(() => Control.AddOrganisation("Mars", configure: facts => facts with { TimeZone = "MARSTIME" }));
        Assert.Throws<ArgumentException>(() => Control.AddOrganisation("Mars", configure: facts => facts with { BaseCurrency = "XXX" }));
        Assert.Throws<ArgumentException>(() => Control.Disconnect(Nobody));
        Assert.Throws<ArgumentException>(() => Control.EgressBytes(Nobody));
        Assert.Throws<ArgumentException>(() => Control.AddCustomConnection(_xero.Tenant, "accounting.nonsense"));
        Assert.Single(Control.Organisations);
    }
}
