using System.Net;
using System.Text;

namespace Kompass.Xero.Tests;

public sealed class XeroErrorsTests
{
    [Theory]
    [InlineData(400, "{}", "Validation")]
    [InlineData(401, """{"Detail":"TokenExpired: token expired"}""", "Unauthorized")]
    [InlineData(401, """{"Detail":"AuthorizationUnsuccessful"}""", "ScopeMissing")]
    [InlineData(403, """{"detail":"AuthorizationUnsuccessful"}""", "ScopeMissing")]
    [InlineData(403, """{"Detail":"AuthenticationUnsuccessful"}""", "Disconnected")]
    [InlineData(404, "<html>The resource you're looking for cannot be found</html>", "NotFound")]
    [InlineData(412, "", "Refused")]
    [InlineData(413, "", "TooLarge")]
    [InlineData(500, "<html>", "ServerFault")]
    [InlineData(501, """{"ErrorNumber":20}""", "Refused")]
    [InlineData(503, "The Organisation is offline", "Offline")]
    [InlineData(302, "", "Malformed")]
    public void From_status_and_body_decide_the_kind(int status, string body, string expected) =>
        Assert.Equal(expected, From(status, body).Kind.ToString());

    [Fact]
    public void From_insufficient_scope_header_is_a_missing_scope()
    {
        using var response = StubXero.Answer(HttpStatusCode.Unauthorized, "", "text/plain", ("WWW-Authenticate", "insufficient_scope"));

        Assert.Equal(XeroErrorKind.ScopeMissing, XeroErrors.From(response, [], "GET Contacts", isWrite: false).Kind);
    }

    [Fact]
    public void From_validation_collects_messages_per_element_lines_included()
    {
        var e = From(
            400,
            """
            {"ErrorNumber":10,"Type":"ValidationException","Message":"A validation exception occurred","Elements":[
              {"InvoiceID":"00000000-0000-0000-0000-000000000000","LineItems":[{"ValidationErrors":[{"Message":"Account code must be specified"}]}],
               "ValidationErrors":[{"Message":"Invoice # must be unique."},{"Message":"Invoice # must be unique."}]},
              {"ValidationErrors":[]}]}
            """);

        Assert.Equal(["Account code must be specified", "Invoice # must be unique."], e.Elements[0].Messages);
        Assert.Empty(e.Elements[1].Messages);
        Assert.Contains("Invoice # must be unique.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<Response><Status>Error</Status></Response>")]
    [InlineData("{\"ErrorNumber\":10,\"Elem")]
    [InlineData("[1,2]")]
    [InlineData("{\"Elements\":{\"a\":1},\"Message\":[]}")]
    [InlineData("{\"Elements\":[1,null,\"x\",{\"ValidationErrors\":[null,{}]}]}")]
    [Trait("Security", "limits")]
    public void From_any_body_is_survived(string body) => Assert.Equal(XeroErrorKind.Validation, From(400, body).Kind);

    [Fact]
    [Trait("Security", "limits")]
    public void From_body_is_kept_short() => Assert.Equal(2000, From(500, new string('x', 100_000)).Body!.Length);

    [Fact]
    public void From_limits_and_correlation_id_are_carried()
    {
        using var response = StubXero.Answer(
            HttpStatusCode.BadRequest, "{}", "application/json", ("xero-correlation-id", "corr-1"), ("x-minlimit-remaining", "59"), ("X-DayLimit-Remaining", "4999"));

        var e = XeroErrors.From(response, [], "PUT Contacts", isWrite: true);

        Assert.Equal("corr-1", e.CorrelationId);
        Assert.Equal(new XeroLimits(59, 4999, null), e.Limits);
    }

    private static XeroApiException From(int status, string body)
    {
        using var response = StubXero.Answer((HttpStatusCode)status, body);
        return XeroErrors.From(response, Encoding.UTF8.GetBytes(body), "GET Contacts", isWrite: false, Clock.Start);
    }
}
