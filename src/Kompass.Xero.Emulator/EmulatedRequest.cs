using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary>One HTTP request as the emulator's core sees it: no sockets, no streams. Immutable and thread-safe.</summary>
public sealed class EmulatedRequest
{
    private readonly Dictionary<string, string> _headers;

    /// <summary>Creates a request.</summary>
    /// <param name="method">The HTTP method, in any casing.</param>
    /// <param name="url">An absolute address. Only its path and query are looked at: the emulator answers for every host.</param>
    /// <param name="headers">Headers; names are compared without regard to case. Several values of one name are joined by a comma.</param>
    /// <param name="body">The bytes of the body; empty when there is none.</param>
    /// <exception cref="ArgumentException"><paramref name="url"/> is relative.</exception>
    public EmulatedRequest(
        string method,
        Uri url,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        ReadOnlyMemory<byte> body = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri)
        {
            throw new ArgumentException($"The address '{url}' is relative. Give an absolute address such as https://api.xero.com{url}.", nameof(url));
        }

        Method = method.ToUpperInvariant();
        Url = url;
        Body = body;
        _headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers ?? [])
        {
            _headers[name] = _headers.TryGetValue(name, out var earlier) ? $"{earlier},{value}" : value;
        }

        Query = FormValues.Parse(url.Query.TrimStart('?'));
    }

    /// <summary>The HTTP method in capitals.</summary>
    public string Method { get; }

    /// <summary>The absolute address asked for.</summary>
    public Uri Url { get; }

    /// <summary>The headers; names are compared without regard to case.</summary>
    public IReadOnlyDictionary<string, string> Headers => _headers;

    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    internal string Path => Url.AbsolutePath;

    internal FormValues Query { get; }

    internal string? Header(string name) => _headers.GetValueOrDefault(name);

    internal bool Accepts(string mediaType) => Header("Accept")?.Contains(mediaType, StringComparison.OrdinalIgnoreCase) == true;

    internal FormValues Form() => FormValues.Parse(Encoding.UTF8.GetString(Body.Span));
}
