using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore;

internal sealed class KompassXeroMenu(IAuthorizationService authorization, IOptions<AdminOptions> options, AdminPaths paths) : IKompassXeroMenu
{
    public async Task<MenuGroup?> GetAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var policy = options.Value.AuthorizationPolicy;
        return !string.IsNullOrWhiteSpace(policy) && (await authorization.AuthorizeAsync(user, policy)).Succeeded
            ? new("Xero", [.. MenuEntries.All.Select(entry => new MenuLink(entry.Title, paths.To(entry.Path), entry.Description))])
            : null;
    }
}
