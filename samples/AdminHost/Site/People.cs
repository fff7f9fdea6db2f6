using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AdminHost.Site;

/// <summary>The three users of the sample. A real host has its own way of signing people in.</summary>
internal static class People
{
    public const string Administrator = "administrator";
    public const string Permission = "permission";
    public const string XeroPermission = "xero";

    public static ClaimsPrincipal? SignIn(string name, string password)
    {
        Claim[]? claims = name switch
        {
            "admin" => [new(ClaimTypes.Role, Administrator), new(Permission, XeroPermission), new(ClaimTypes.Email, "admin@kompass.example")],
            "manager" => [new(ClaimTypes.Role, Administrator), new(ClaimTypes.Email, "manager@kompass.example")],
            "staff" => [new(ClaimTypes.Email, "staff@kompass.example")],
            _ => null,
        };
        return claims is not null && password == name
            ? new(new ClaimsIdentity([new(ClaimTypes.Name, name), .. claims], CookieAuthenticationDefaults.AuthenticationScheme))
            : null;
    }
}
