namespace Kompass.Xero;

/// <summary>One call as it goes out. The body is serialised once: a resend is the same bytes.</summary>
internal sealed record XeroRequest(HttpMethod Method, string Path, string Query)
{
    /// <summary>Method and kind of record, without ids: for messages and figures.</summary>
    public required string Name { get; init; }

    public byte[]? Body { get; init; }

    public string? IdempotencyKey { get; init; }

    public DateTimeOffset? ChangedSince { get; init; }

    public bool IsWrite => Method != HttpMethod.Get;
}
