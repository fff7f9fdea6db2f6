namespace Kompass.Xero.AspNetCore;

/// <summary>A link for the host's administration index.</summary>
/// <param name="Title">The text of the link.</param>
/// <param name="Path">A local path.</param>
/// <param name="Description">One sentence on what is found there.</param>
public sealed record MenuLink(string Title, string Path, string Description);
