namespace Kompass.Xero;

/// <summary>Xero's addresses, each replaceable so that an emulator or a proxy can stand in. Immutable.</summary>
public sealed record XeroEndpoints
{
    /// <summary>Where the browser is sent for consent. Default <c>https://login.xero.com/identity/connect/authorize</c>.</summary>
    public Uri Authorize { get; init; } = new("https://login.xero.com/identity/connect/authorize");

    /// <summary>Where codes and refresh tokens are exchanged. Default <c>https://identity.xero.com/connect/token</c>.</summary>
    public Uri Token { get; init; } = new("https://identity.xero.com/connect/token");

    /// <summary>Where a token set is revoked. Default <c>https://identity.xero.com/connect/revocation</c>.</summary>
    public Uri Revocation { get; init; } = new("https://identity.xero.com/connect/revocation");

    /// <summary>The list of connected organisations. Default <c>https://api.xero.com/connections</c>.</summary>
    public Uri Connections { get; init; } = new("https://api.xero.com/connections");

    /// <summary>The Accounting API. Default <c>https://api.xero.com/api.xro/2.0</c>.</summary>
    public Uri Api { get; init; } = new("https://api.xero.com/api.xro/2.0");

    /// <summary>Xero's paths below one root, as the emulator serves them.</summary>
    /// <param name="root">The absolute root, for example <c>http://localhost:5010</c>.</param>
    /// <returns>Endpoints that all lie below <paramref name="root"/>.</returns>
    public static XeroEndpoints At(Uri root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var origin = root.GetLeftPart(UriPartial.Authority);
        return new()
        {
            Authorize = new($"{origin}/identity/connect/authorize"),
            Token = new($"{origin}/connect/token"),
            Revocation = new($"{origin}/connect/revocation"),
            Connections = new($"{origin}/connections"),
            Api = new($"{origin}/api.xro/2.0"),
        };
    }

    internal IEnumerable<(string Name, Uri? Address)> All()
    {
        yield return (nameof(Authorize), Authorize);
        yield return (nameof(Token), Token);
        yield return (nameof(Revocation), Revocation);
        yield return (nameof(Connections), Connections);
        yield return (nameof(Api), Api);
    }
}
