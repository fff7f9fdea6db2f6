namespace Kompass.Xero.Emulator;

/// <summary>One route of the control surface.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below <c>/_emulator/</c>, with its variable segments in braces.</param>
/// <param name="Does">What it does, in a sentence for people, with the members of its JSON body.</param>
/// <param name="Run">Does it; what comes back is sent as JSON, and nothing as 204.</param>
internal sealed record ControlRoute(string Method, string Path, string Does, Func<ControlCall, CancellationToken, Task<object?>> Run)
{
    public static ControlRoute Of(string method, string path, string does, Func<ControlCall, object?> run) =>
        new(method, path, does, (call, _) => Task.FromResult(run(call)));

    public static ControlRoute Of(string method, string path, string does, Action<ControlCall> run) => Of(method, path, does, call =>
    {
        run(call);
        return null;
    });

    /// <summary>The values of the variable segments, or <see langword="null"/> when the path is another route's.</summary>
    public IReadOnlyDictionary<string, string>? Match(string method, IReadOnlyList<string> segments)
    {
        var own = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (method != Method || own.Length != segments.Count)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < own.Length; i++)
        {
            if (own[i] is ['{', .. var name, '}'])
            {
                values[name] = segments[i];
            }
            else if (!own[i].Equals(segments[i], StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return values;
    }
}
