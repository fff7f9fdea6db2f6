using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Signs in whoever the header names, as the host would.</summary>
internal sealed class TestUsers(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Test";
    public const string Header = "X-Test-User";
    public const string Policy = "XeroAdministrators";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        Claim[]? claims = Request.Headers[Header].ToString() switch
        {
            "admin" => [new("role", "administrator"), new("permission", "xero"), new(ClaimTypes.Email, "admin@kompass.example")],
            "mailless" => [new("role", "administrator"), new("permission", "xero")],
            "manager" => [new("role", "administrator"), new(ClaimTypes.Email, "manager@kompass.example")],
            "clerk" => [new("permission", "xero")],
            "staff" => [],
            _ => null,
        };
        return Task.FromResult(claims is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Name, Request.Headers[Header].ToString()), .. claims], Name)), Name)));
    }
}
