namespace Kompass.Xero;

/// <summary>How this application talks to Xero. Validated when the host starts; each message names the option and the remedy.</summary>
public sealed class XeroOptions
{
    /// <summary>The client id of the app registered at developer.xero.com. Required.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client secret of the app. Required: Kompass registers as a web app, not as a PKCE-only one.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>
    /// Where Xero sends the browser after consent: absolute, and byte for byte one of the redirect URIs registered for the app.
    /// <c>https</c>, or <c>http</c> on <c>localhost</c> only (Xero refuses <c>127.0.0.1</c>). Required.
    /// </summary>
    public Uri? RedirectUri { get; set; }

    /// <summary>Scopes to ask for beyond those that the product needs, for a host that also calls Xero itself. Default: none.</summary>
    public IList<string> AdditionalScopes { get; } = [];

    /// <summary>Xero's addresses. Default: the real ones.</summary>
    public XeroEndpoints Endpoints { get; set; } = new();

    /// <summary>
    /// Accepts <see cref="Endpoints"/> that are neither <c>https</c> nor on this machine. Only for a test bench; default <see langword="false"/>.
    /// </summary>
    public bool AllowInsecureEndpoints { get; set; }

    /// <summary>How long one attempt of one call may take, from sending to the last byte of the answer. 1 s to 5 min; default 45 s.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>
    /// The longest time a request may still be travelling before Xero acts on it. A write without an answer is resent only while
    /// its age plus this stays under the six minutes for which Xero remembers an idempotency key.
    /// At least <see cref="CallTimeout"/>, under 6 min; default 5 min.
    /// </summary>
    public TimeSpan LongestFlight { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many of the 60 calls a minute the sync may use at once; the rest is left to people's own clicks. 1 to 60; default 55.</summary>
    public int SyncCallsPerMinute { get; set; } = 55;

    /// <summary>
    /// Whether the sync may use the rest of the minute too, evenly spaced, while no person called for a minute. A person who comes
    /// when all is used waits for one such space: 10 seconds with the default share. Default <see langword="true"/>.
    /// </summary>
    public bool LendIdleCalls { get; set; } = true;

    /// <summary>Calls in flight at once per Xero organisation. 1 to 5; default 5.</summary>
    public int ConcurrentCalls { get; set; } = 5;

    /// <summary>Calls of the day that the sync leaves to people's own clicks. 0 to 5,000; default 100.</summary>
    public int DailyReserve { get; set; } = 100;

    /// <summary>How often a read is tried again after a fault of the server or of the network. 0 to 10; default 3.</summary>
    public int ReadRetries { get; set; } = 3;

    /// <summary>How often a write without any answer is resent under its own key. 0 to 5; default 2.</summary>
    public int WriteResends { get; set; } = 2;

    /// <summary>
    /// The longest pause that a call waits out in process when Xero asks for one; a longer one parks the organisation. 1 s to 5 min; default 65 s.
    /// </summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(65);

    /// <summary>How long before its expiry an access token is renewed. 0 to 10 min; default 2 min.</summary>
    public TimeSpan RefreshSkew { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// After how long without use a refresh token is renewed by the background worker, also for configurations that are disabled or
    /// paused: Xero forgets one that was not used for 60 days. 1 to 55 days; default 30 days.
    /// </summary>
    public TimeSpan KeepAliveAfter { get; set; } = TimeSpan.FromDays(30);
}
