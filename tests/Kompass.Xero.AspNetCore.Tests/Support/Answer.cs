using System.Net;

namespace Kompass.Xero.AspNetCore.Tests;

internal sealed record Answer(int Status, string Html, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What a person reads, entities resolved.</summary>
    public string Text => WebUtility.HtmlDecode(Html);
}
