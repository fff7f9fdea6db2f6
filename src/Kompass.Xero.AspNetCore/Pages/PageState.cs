using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore;

/// <summary>What a page is made of, for the length of one request.</summary>
internal sealed class PageState(AdminPaths paths, IOptions<AdminOptions> options, OrganisationZones zones)
{
    private object? _model;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    public AdminPaths Paths => paths;

    public AdminOptions Options => options.Value;

    public string UserName { get; private set; } = "";

    public Flash? Message { get; private set; }

    public AntiforgeryTokenSet? Token { get; private set; }

    public T Model<T>() => (T)_model!;

    /// <summary>An instant as it is told where the organisation of the page is.</summary>
    public string Instant(DateTimeOffset? instant) => Texts.Instant(instant, _zone);

    /// <summary>An instant as it is told where an organisation is, as far as that is known already.</summary>
    public string Instant(DateTimeOffset? instant, RemoteConnection connection) => Texts.Instant(instant, zones.Known(connection));

    /// <summary>Tells the time as it is where an organisation is; null for UTC.</summary>
    public async Task TellTimeOfAsync(RemoteConnection? connection, CancellationToken cancellationToken) =>
        _zone = await zones.OfAsync(connection, cancellationToken);

    public void Fill(string userName, Flash? message, AntiforgeryTokenSet token, object? model) =>
        (UserName, Message, Token, _model) = (userName, message, token, model);
}
