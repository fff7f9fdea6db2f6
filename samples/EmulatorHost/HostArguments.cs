namespace EmulatorHost;

/// <summary>What the command line asked for.</summary>
/// <param name="Url">The origin to listen on; its host is localhost or a loopback address.</param>
/// <param name="Seed">The data of the first organisation; <see langword="null"/> for an empty one.</param>
/// <param name="Json">Whether to print one line of JSON instead of text.</param>
/// <param name="WithToken">Whether to give a consent at once and print its tokens.</param>
internal sealed record HostArguments(Uri Url, string? Seed, bool Json, bool WithToken)
{
    public const string Usage = "Usage: EmulatorHost [--urls http://localhost:5555] [--seed demo|lived-in] [--json [--with-token]]";

    public static HostArguments? Parse(IReadOnlyList<string> args, out string? error)
    {
        var parsed = new HostArguments(new Uri("http://localhost:5555"), null, false, false);
        error = null;
        for (var at = 0; at < args.Count; at++)
        {
            switch (args[at])
            {
                case "--json":
                    parsed = parsed with { Json = true };
                    break;
                case "--with-token":
                    parsed = parsed with { WithToken = true };
                    break;
                case "--seed" when at + 1 < args.Count:
                    parsed = parsed with { Seed = args[++at] };
                    break;
                case "--urls" when at + 1 < args.Count:
                    if (!Uri.TryCreate(args[++at], UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || !url.IsLoopback)
                    {
                        error = $"'{args[at]}' is not an http address of this machine. The emulator listens on loopback only, such as http://localhost:5555.";
                        return null;
                    }

                    parsed = parsed with { Url = url };
                    break;
                default:
                    error = $"'{args[at]}' is not understood, or its value is missing.";
                    return null;
            }
        }

        return parsed;
    }
}
