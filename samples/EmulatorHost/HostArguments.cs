using System.Diagnostics.CodeAnalysis;

namespace EmulatorHost;

/// <summary>What the command line asked for.</summary>
/// <param name="Url">The origin to listen on; its host is localhost or a loopback address.</param>
/// <param name="Seed">The data of the first organisation; <see langword="null"/> for an empty one.</param>
/// <param name="Json">Whether to print one line of JSON instead of text.</param>
/// <param name="WithToken">Whether to give a consent at once and print its tokens.</param>
/// <param name="RedirectUris">The registered redirect addresses; none to accept every one that Xero would register.</param>
/// <param name="Help">Whether to explain the options and nothing else.</param>
internal sealed record HostArguments(Uri Url, string? Seed, bool Json, bool WithToken, IReadOnlyList<string> RedirectUris, bool Help)
{
    public const string Usage = "Usage: dotnet run --project samples/EmulatorHost -- [--urls URL] [--seed NAME] [--json] [--with-token] [--redirect-uri URL]... [--help]";

    public const string Explanation = $"""
        {Usage}

        Serves a strict Xero on one origin: identity, connections and accounting, with a page of the books at its root.
        Any client in any language can be pointed at it.

          --urls URL     where to listen: http on loopback without a path, port 0 for a free one; http://localhost:5555 when absent
          --seed NAME    the organisation's data; only a chart of accounts when absent
                           demo            a small UK company
                           demo-nz         a small New Zealand company, where a day begins before the UTC day
                           lived-in        hundreds of contacts and some documents, with every awkward record that real books hold
                           lived-in-plain  the same in its own time zone, without values that no published enumeration knows
                           large           10,000 contacts and 50,000 documents
          --json         prints one line of JSON instead of text: authorizeUrl, tokenUrl, revocationUrl, connectionsUrl, apiUrl,
                         clientId, clientSecret, tenantId
          --with-token   gives a consent at once and prints its tokens too: accessToken, refreshToken
          --redirect-uri URL
                         registers a redirect address, which consents must then name byte for byte: https, or http on localhost;
                         may be given several times; while absent, every such address is accepted
          --help         prints this

        It stops with Ctrl+C or SIGTERM. The exit code is 0 then, 1 when it cannot listen, 2 for a wrong command line.
        """;

    public static HostArguments? Parse(IReadOnlyList<string> args, out string? error)
    {
        var parsed = new HostArguments(new Uri("http://localhost:5555"), null, false, false, [], false);
        error = null;
        for (var at = 0; at < args.Count; at++)
        {
            switch (args[at])
            {
                case "--json":
                    parsed = parsed with { Json = true };
                    break;
                case "--help" or "-h" or "-?":
                    parsed = parsed with { Help = true };
                    break;
                case "--with-token":
                    parsed = parsed with { WithToken = true };
                    break;
                case "--seed" when at + 1 < args.Count:
                    parsed = parsed with { Seed = args[++at] };
                    break;
                case "--urls" when at + 1 < args.Count:
                    if (!TryListen(args[++at], out var url, out error))
                    {
                        return null;
                    }

                    parsed = parsed with { Url = url };
                    break;
                case "--redirect-uri" when at + 1 < args.Count:
                    if (!MayBeRegistered(args[++at]))
                    {
                        error = $"'{args[at]}' cannot be registered as a redirect address. Xero takes https, or http on localhost (not 127.0.0.1), without a fragment, such as https://kompass.example/xero/callback.";
                        return null;
                    }

                    parsed = parsed with { RedirectUris = [.. parsed.RedirectUris, args[at]] };
                    break;
                default:
                    error = $"'{args[at]}' is not understood, or its value is missing.";
                    return null;
            }
        }

        return parsed;
    }

    private static bool TryListen(string text, [NotNullWhen(true)] out Uri? url, [NotNullWhen(false)] out string? error)
    {
        error = !Uri.TryCreate(text, UriKind.Absolute, out url) || url.Scheme != Uri.UriSchemeHttp || !url.IsLoopback
            ? $"'{text}' is not an http address of this machine. The emulator listens on loopback only, such as http://localhost:5555."
            : url.PathAndQuery != "/" || url.Fragment.Length > 0 || url.UserInfo.Length > 0
                ? $"'{text}' holds more than an origin. The emulator serves all of an origin: say {url.GetLeftPart(UriPartial.Scheme)}{url.Authority} instead."
                : null;
        return error is null;
    }

    private static bool MayBeRegistered(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Fragment.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.Host == "localhost"));
}
