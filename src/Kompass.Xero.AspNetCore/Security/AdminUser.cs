namespace Kompass.Xero.AspNetCore;

/// <summary>The administrator behind a request.</summary>
/// <param name="Name">The name under which the host knows the user; written beside everything that the user decides.</param>
/// <param name="Email">The e-mail address; null when the user has none.</param>
internal sealed record AdminUser(string Name, string? Email);
