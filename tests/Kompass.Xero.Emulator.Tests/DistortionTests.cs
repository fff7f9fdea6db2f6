using System.Text.Json;

namespace Kompass.Xero.Emulator.Tests;

/// <summary>Faults that leave an answer right and make it unusual.</summary>
public sealed class DistortionTests
{
    private readonly Xero _xero = new();

    private Answer Get(FaultKind kind, string path)
    {
        _xero.Control.InjectFault(new Fault(kind));
        return _xero.Get(path).Ok();
    }

    [Theory]
    [InlineData("/Contacts", "Contacts", "ContactStatus")]
    [InlineData("/Accounts", "Accounts", "Class")]
    [InlineData("/Organisation", "Organisations", "Class")]
    [InlineData("/TaxRates", "TaxRates", "ReportTaxType")]
    public void Unknown_enum_is_in_the_first_element_only(string path, string plural, string member)
    {
        _xero.Contact("A");
        _xero.Contact("B");
        var elements = Get(FaultKind.UnknownEnum, path).Elements(plural);
        Assert.Equal("FUTUREVALUE", elements[0]![member]!.GetValue<string>());
        Assert.All(elements.Skip(1), element => Assert.NotEqual("FUTUREVALUE", element![member]!.GetValue<string>()));
    }

    [Fact]
    public void Extra_members_are_everywhere()
    {
        _xero.Contact();
        var answer = Get(FaultKind.ExtraMembers, "/Contacts?page=1");
        Assert.All([answer.Json, answer["pagination"]!, answer.First("Contacts"), answer.First("Contacts")["Phones"]![0]!], node => Assert.Equal("new", node["FutureText"]!.GetValue<string>()));
    }

    [Fact]
    public void Empty_members_are_null_missing_or_sent()
    {
        _xero.Contact();
        var usual = _xero.Get("/Contacts?page=1").First("Contacts").AsObject();
        Assert.Equal("", usual["EmailAddress"]!.GetValue<string>());
        Assert.False(usual.ContainsKey("ContactNumber"));
        var nulls = Get(FaultKind.NullInsteadOfEmpty, "/Contacts?page=1").First("Contacts").AsObject();
        Assert.True(nulls.TryGetPropertyValue("EmailAddress", out var value) && value is null);
        Assert.True(nulls.TryGetPropertyValue("ContactPersons", out var people) && people is null);
        Assert.False(Get(FaultKind.MissingInsteadOfEmpty, "/Contacts?page=1").First("Contacts").AsObject().ContainsKey("EmailAddress"));
        Assert.Equal("", Get(FaultKind.EmptyInsteadOfMissing, "/Contacts?page=1").First("Contacts")["ContactNumber"]!.GetValue<string>());
    }

    [Fact]
    public void Numbers_are_texts()
    {
        _xero.InvoiceIdOfFirst();
        var invoice = Get(FaultKind.NumbersAsStrings, "/Invoices?page=1").First("Invoices");
        Assert.Equal((JsonValueKind.String, "120.00"), (invoice["Total"]!.GetValueKind(), invoice["Total"]!.GetValue<string>()));
        Assert.Equal("100.00", invoice["LineItems"]![0]!["UnitAmount"]!.GetValue<string>());
    }

    [Fact]
    public void Duplicate_repeats_the_last_item_of_the_page_before()
    {
        foreach (var name in (string[])["A", "B", "C"])
        {
            _xero.Contact(name);
        }

        var last = _xero.Get("/Contacts?page=1&pageSize=2").Elements("Contacts")[1]!["ContactID"]!.GetValue<string>();
        var page = Get(FaultKind.DuplicateAcrossPages, "/Contacts?page=2&pageSize=2").Elements("Contacts");
        Assert.Equal(2, page.Count);
        Assert.Equal(last, page[0]!["ContactID"]!.GetValue<string>());
    }

    [Fact]
    public async Task Header_case_reaches_the_wire()
    {
        _xero.Control.InjectFault(new Fault(FaultKind.HeaderCase));
        await using var server = await EmulatorServer.StartAsync(_xero.Emulator);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Endpoints.ApiUrl + "/Contacts");
        request.Headers.Authorization = new("Bearer", _xero.Token);
        request.Headers.Add("xero-tenant-id", _xero.Tenant.ToString());
        using var answer = await http.SendAsync(request);
        Assert.Contains("x-mInLiMiT-ReMaInInG", answer.Headers.Select(header => header.Key));
        Assert.Equal("59", answer.Headers.GetValues("X-MinLimit-Remaining").Single());
    }

    [Theory]
    [InlineData(LimitSpelling.LowerCase, "minute")]
    [InlineData(LimitSpelling.Capitalised, "Minute")]
    [InlineData(LimitSpelling.Absent, null)]
    public void Limit_is_spelt_by_the_switch_and_told_by_what_remains(LimitSpelling spelling, string? problem)
    {
        _xero.Emulator.Options.Switches.LimitSpelling = spelling;
        _xero.Control.InjectFault(new Fault(FaultKind.MinuteLimit));
        var refused = _xero.Send("GET", "/Contacts");
        Assert.Equal((429, problem, "0", "22"), (refused.Status, refused.Header("X-Rate-Limit-Problem"), refused.Header("X-MinLimit-Remaining"), refused.Header("Retry-After")));
    }

    [Fact]
    public void Problem_names_are_lower_case_by_the_switch()
    {
        _xero.Emulator.Options.Switches.ProblemNamesAreLowerCase = true;
        Assert.Equal("AuthenticationUnsuccessful", _xero.Get("/Contacts", ("xero-tenant-id", null))["detail"]!.GetValue<string>());
    }
}
