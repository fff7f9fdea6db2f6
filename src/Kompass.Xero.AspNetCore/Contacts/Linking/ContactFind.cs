namespace Kompass.Xero.AspNetCore;

/// <summary>A contact that was found by its name, and the clients that are linked to it.</summary>
internal sealed record ContactFind(RemoteContact Contact, IReadOnlyList<ClientId> LinkedTo);
