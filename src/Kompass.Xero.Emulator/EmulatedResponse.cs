using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary>One HTTP answer of the emulator's core. Immutable and thread-safe.</summary>
public sealed record EmulatedResponse
{
    /// <summary>The HTTP status code.</summary>
    public required int Status { get; init; }

    /// <summary>The media type with its charset, or <see langword="null"/> when there is no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>The bytes of the body; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The headers apart from the content's own, in the order in which they are sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether the answer reaches the caller. Default: <see cref="ResponseDelivery.Answered"/>.</summary>
    public ResponseDelivery Delivery { get; init; }

    /// <summary>How long the answer is withheld, by the emulator's clock. Default: not at all.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Which limit refused the call, whatever the header says.</summary>
    internal string? LimitKind { get; init; }

    /// <summary>Whether header names go out in the casing that a fault gave them.</summary>
    internal bool KeepsHeaderCase { get; init; }

    /// <summary>The body as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The value of a header, whatever the casing of its name; <see langword="null"/> when absent.</summary>
    /// <param name="name">The header's name.</param>
    public string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }

    internal static EmulatedResponse Of(int status, string contentType, string body) =>
        new() { Status = status, ContentType = contentType, Body = Encoding.UTF8.GetBytes(body) };

    internal static EmulatedResponse Html(int status, string body) => Of(status, "text/html; charset=utf-8", body);

    internal EmulatedResponse With(params ReadOnlySpan<KeyValuePair<string, string>> headers) =>
        this with { Headers = [.. Headers, .. headers] };

    internal EmulatedResponse With(string name, string value) => With(KeyValuePair.Create(name, value));
}
