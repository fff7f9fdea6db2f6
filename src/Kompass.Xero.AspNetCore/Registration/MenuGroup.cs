namespace Kompass.Xero.AspNetCore;

/// <summary>A group of links for the host's administration index.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Links">The links, in the order in which they are shown.</param>
public sealed record MenuGroup(string Title, IReadOnlyList<MenuLink> Links);
