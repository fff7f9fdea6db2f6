using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kompass.Xero.AspNetCore;

/// <summary>
/// Binds an authorisation to the browser, and to the user, that began it. The authorisation itself lapses after ten minutes
/// and works once, whatever the browser keeps.
/// </summary>
internal sealed class BindingCookie(IDataProtectionProvider protection, AdminPaths paths)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("Kompass.Xero.AspNetCore.Binding.v1");

    // Browsers take the __Host- prefix on https only.
    public string Name => paths.IsHttps ? "__Host-kompass-xero-connect" : "kompass-xero-connect";

    public void Set(HttpContext http, AdminUser user, string binding) =>
        http.Response.Cookies.Append(Name, _protector.CreateProtector(user.Name).Protect(binding), Options(Lifetime));

    public string? Take(HttpContext http, AdminUser user)
    {
        if (!http.Request.Cookies.TryGetValue(Name, out var value))
        {
            return null;
        }

        http.Response.Cookies.Delete(Name, Options(null));
        try
        {
            return _protector.CreateProtector(user.Name).Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        Path = paths.IsHttps ? "/" : paths.Prefix,
        SameSite = SameSiteMode.Lax,
        Secure = paths.IsHttps,
    };
}
