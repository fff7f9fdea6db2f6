namespace Kompass.Xero.AspNetCore;

/// <summary>A link with the names on both sides, as far as they are known.</summary>
internal sealed record ContactListRow(ContactLink Link, string? ClientName, RemoteContact? Contact);
