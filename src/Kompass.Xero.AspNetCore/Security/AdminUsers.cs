using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore;

internal sealed class AdminUsers(IOptions<AdminOptions> options)
{
    public AdminUser Of(HttpContext http)
    {
        var name = http.User.Identity?.Name ?? http.User.FindFirstValue(ClaimTypes.NameIdentifier);
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new InvalidOperationException(
                "KX6004 The signed-in user has neither a name nor an id claim, so decisions and download links could not be told apart by user. Add one where the host signs people in.");
        }

        var email = http.User.FindFirstValue(options.Value.EmailClaimType)?.Trim();
        return new(name, string.IsNullOrEmpty(email) ? null : email);
    }
}
