using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kompass.Xero.AspNetCore;

/// <summary>Carries one message over a redirect, in a protected cookie that lives for two minutes and is read once.</summary>
internal sealed class FlashCookie(IDataProtectionProvider protection, AdminPaths paths, TimeProvider time)
{
    public const string Name = "kompass-xero-message";

    private const int LongestText = 1500;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private readonly IDataProtector _protector = protection.CreateProtector("Kompass.Xero.AspNetCore.Message.v1");

    public void Set(HttpContext http, Flash message)
    {
        var text = message.Text.Length > LongestText ? message.Text[..LongestText] + "…" : message.Text;
        var expires = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(Name, _protector.Protect($"{expires}|{(message.IsError ? 'e' : 's')}|{text}"), Options());
    }

    public Flash? Take(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(Name, out var value))
        {
            return null;
        }

        http.Response.Cookies.Delete(Name, Options());
        try
        {
            return _protector.Unprotect(value).Split('|', 3) is [var expires, var kind, var text]
                && time.GetUtcNow().ToUnixTimeSeconds() < long.Parse(expires, CultureInfo.InvariantCulture)
                    ? new(kind == "e", text)
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private CookieOptions Options() => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = paths.Prefix,
        SameSite = SameSiteMode.Lax,
        Secure = paths.IsHttps,
    };
}
