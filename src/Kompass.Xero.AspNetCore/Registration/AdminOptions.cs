namespace Kompass.Xero.AspNetCore;

/// <summary>How the administration pages are protected and where they stand within the host's own site.</summary>
public sealed class AdminOptions
{
    /// <summary>
    /// The name of the host's authorisation policy that lets a user in: an administrator who holds the Xero permission.
    /// Every page, the callback and every download asks for it. Required; without it the pages are not mapped.
    /// </summary>
    public string AuthorizationPolicy { get; set; } = "";

    /// <summary>The claim that holds a user's e-mail address, to which the link of a comparison is sent. Default: the standard e-mail claim.</summary>
    public string EmailClaimType { get; set; } = System.Security.Claims.ClaimTypes.Email;

    /// <summary>The host's own administration index, linked from the top of each page: a local path. Default: <c>/admin</c>.</summary>
    public string SitePath { get; set; } = "/admin";

    /// <summary>What the host calls its administration site, at the top of each page. Default: <c>Kompass Admin</c>.</summary>
    public string SiteName { get; set; } = "Kompass Admin";

    /// <summary>The largest reviewed file that may be uploaded, in bytes. Default: 16 MiB.</summary>
    public long MaximumUploadBytes { get; set; } = 16 * 1024 * 1024;
}
