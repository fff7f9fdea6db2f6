using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Benchmarks;

/// <summary>Signs everybody in as the administrator.</summary>
internal sealed class OneAdministrator(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ada";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(
        new(new(new ClaimsIdentity([new(ClaimTypes.Name, Name), new(ClaimTypes.Email, "ada@kompass.example")], Name)), Name)));
}
