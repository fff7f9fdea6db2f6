using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore;

/// <summary>
/// Where the pages stand, as browsers see it. Taken from <see cref="XeroOptions.RedirectUri"/> alone, never from a request,
/// so that no host header and no proxy can lead a person or an e-mailed link elsewhere.
/// </summary>
internal sealed class AdminPaths(IOptions<XeroOptions> options)
{
    public const string Callback = "/callback";
    public const string Webhook = "/webhook";

    private readonly Uri _redirect = options.Value.RedirectUri!;

    public bool IsHttps => _redirect.Scheme == Uri.UriSchemeHttps;

    /// <summary>The path of the group, without a slash at the end.</summary>
    public string Prefix => _redirect.AbsolutePath[..^Callback.Length];

    public string To(string path) => Prefix + path;

    public string To(string path, ConfigurationId configuration) => $"{Prefix}{path}?configuration={configuration}";

    public Uri Absolute(string path) => new(_redirect, To(path));

    public string Configuration(ConfigurationId id) => To($"/configurations/{id}");

    public string Home(ConfigurationId id) => Configuration(id) + "/home";

    /// <summary>The path itself when it leads to one of these pages, otherwise the list of configurations.</summary>
    public string LocalOrDefault(string? path) =>
        path is not null
        && path.StartsWith(Prefix + "/", StringComparison.Ordinal)
        && path.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '?' or '=' or '&')
            ? path
            : To("/configurations");
}
