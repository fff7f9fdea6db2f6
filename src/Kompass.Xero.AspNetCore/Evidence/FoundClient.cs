namespace Kompass.Xero.AspNetCore;

/// <summary>A client that may be chosen.</summary>
/// <param name="Client">The client.</param>
/// <param name="Link">The link that it has already; null when it has none.</param>
internal sealed record FoundClient(Client Client, ContactLink? Link);
