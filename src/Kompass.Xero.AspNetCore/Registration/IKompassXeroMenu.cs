using System.Security.Claims;

namespace Kompass.Xero.AspNetCore;

/// <summary>What the host's own administration index shows of these pages. Thread-safe.</summary>
public interface IKompassXeroMenu
{
    /// <summary>The group <em>Xero</em> with its links; null for a user who may not see it.</summary>
    /// <param name="user">The signed-in user.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<MenuGroup?> GetAsync(ClaimsPrincipal user, CancellationToken cancellationToken);
}
