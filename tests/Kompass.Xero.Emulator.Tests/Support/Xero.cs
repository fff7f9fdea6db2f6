using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Kompass.Xero.Emulator.Tests;

/// <summary>An emulator on a fake clock with a consent already given, and short ways to call it.</summary>
internal sealed class Xero
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public Xero(Action<EmulatorOptions>? configure = null, string? scopes = null)
    {
        Clock = new FakeTimeProvider(Start);
        var options = new EmulatorOptions { Clock = Clock };
        configure?.Invoke(options);
        Emulator = new XeroEmulator(options);
        Tenant = Control.TenantId;
        Token = Control.IssueTokens(scopes).AccessToken;
    }

    public FakeTimeProvider Clock { get; }

    public XeroEmulator Emulator { get; }

    public EmulatorControl Control => Emulator.Control;

    public Guid Tenant { get; }

    public string Token { get; set; }

    public BooksSnapshot Books => Control.Books(Tenant);

    public EmulatedResponse Send(string method, string path, string? body = null, params (string Name, string? Value)[] headers)
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Authorization"] = $"Bearer {Token}",
            ["xero-tenant-id"] = Tenant.ToString(),
            ["Accept"] = "application/json",
        };
        foreach (var (name, value) in headers)
        {
            if (value is null)
            {
                all.Remove(name);
            }
            else
            {
                all[name] = value;
            }
        }

        var url = path.StartsWith("/connect", StringComparison.Ordinal) ? path : $"/api.xro/2.0{path}";
        return Emulator.Handle(new EmulatedRequest(method, new Uri("https://api.xero.com" + url), all, body is null ? default : Encoding.UTF8.GetBytes(body)));
    }

    public Answer Get(string path, params (string Name, string? Value)[] headers) => new(Send("GET", path, null, headers));

    public Answer Put(string path, string body, params (string Name, string? Value)[] headers) => new(Send("PUT", path, body, headers));

    public Answer Post(string path, string body, params (string Name, string? Value)[] headers) => new(Send("POST", path, body, headers));

    public Guid Contact(string name = "Acme Ltd") => Control.AddContact(Tenant, name);

    /// <summary>A sales invoice as JSON; lines as `description|quantity|unit|account|tax`.</summary>
    public static JsonObject Invoice(Guid contact, string? number = null, string status = "AUTHORISED", params string[] lines)
    {
        var invoice = new JsonObject
        {
            ["Type"] = "ACCREC",
            ["Contact"] = new JsonObject { ["ContactID"] = contact.ToString() },
            ["Date"] = "2026-11-20",
            ["DueDate"] = "2026-12-20",
            ["LineAmountTypes"] = "Exclusive",
            ["Status"] = status,
            ["LineItems"] = Lines(lines.Length == 0 ? ["Work|1|100|200|OUTPUT2"] : lines),
        };
        if (number is not null)
        {
            invoice["InvoiceNumber"] = number;
        }

        return invoice;
    }

    public static JsonObject CreditNote(Guid contact, string? number = null, string status = "AUTHORISED", params string[] lines)
    {
        var note = Invoice(contact, null, status, lines);
        note["Type"] = "ACCRECCREDIT";
        note.Remove("DueDate");
        if (number is not null)
        {
            note["CreditNoteNumber"] = number;
        }

        return note;
    }

    public static JsonArray Lines(params string[] lines) => [.. lines.Select(line =>
    {
        var parts = line.Split('|');
        var item = new JsonObject { ["Description"] = parts[0], ["Quantity"] = JsonNode.Parse(parts[1]), ["UnitAmount"] = JsonNode.Parse(parts[2]) };
        if (parts.Length > 3 && parts[3].Length > 0)
        {
            item["AccountCode"] = parts[3];
        }

        if (parts.Length > 4)
        {
            item["TaxType"] = parts[4];
        }

        return (JsonNode)item;
    })];

    public static string Envelope(string plural, params JsonNode[] elements) => new JsonObject { [plural] = new JsonArray(elements) }.ToJsonString();

    public Answer PutInvoice(JsonObject invoice, string query = "?unitdp=4") => Put($"/Invoices{query}", Envelope("Invoices", invoice));

    public Guid InvoiceId(JsonObject invoice)
    {
        var answer = PutInvoice(invoice);
        Assert.True(answer.Status == 200, answer.Text);
        return Guid.Parse(answer["Invoices"]![0]!["InvoiceID"]!.GetValue<string>());
    }
}
