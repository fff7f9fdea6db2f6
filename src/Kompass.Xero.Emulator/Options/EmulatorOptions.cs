namespace Kompass.Xero.Emulator;

/// <summary>How an emulator is set up. Read once, when the <see cref="XeroEmulator"/> is created, apart from the limits and <see cref="Switches"/>.</summary>
/// <remarks>A negative limit or time is refused with an <see cref="ArgumentException"/>.</remarks>
public sealed class EmulatorOptions
{
    /// <summary>The client id of the one registered app. Default: <c>kompass-emulator</c>.</summary>
    public string ClientId { get; set; } = "kompass-emulator";

    /// <summary>The secret of the registered app. Default: <c>emulator-secret</c>.</summary>
    public string ClientSecret { get; set; } = "emulator-secret";

    /// <summary>The app's name, which Xero writes as <c>ProviderName</c>. Default: <c>Kompass</c>.</summary>
    public string AppName { get; set; } = "Kompass";

    /// <summary>
    /// The registered redirect addresses, compared byte for byte. Default: none, and then every address that Xero would register
    /// is accepted: https, or http on localhost.
    /// </summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>
    /// Whether a person in a browser signs in before the organisations are shown; any e-mail address and password will do. Default: false.
    /// </summary>
    public bool AsksForSignIn { get; set; }

    /// <summary>The clock. Tests pass a fake one. Default: the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>
    /// The data of the first organisation: <see langword="null"/> for an empty <c>Demo Company (UK)</c> with a chart of accounts,
    /// <c>demo</c> for a small one, <c>demo-nz</c> for one of New Zealand, where a day begins before the UTC day, <c>lived-in</c> for hundreds of
    /// contacts and some documents with every awkward record, <c>lived-in-plain</c> for the same in its own time zone and without values that no
    /// published enumeration knows, <c>large</c> for 10,000 contacts and 50,000 documents. Default: <see langword="null"/>.
    /// </summary>
    public string? Seed { get; set; }

    /// <summary>What ids, codes and tokens are derived from: the same text and the same history give the same ids. Default: <c>kompass</c>.</summary>
    public string IdSeed { get; set; } = "kompass";

    /// <summary>How long every answer takes, by <see cref="Clock"/>; the call counts as in flight meanwhile. Default: zero.</summary>
    public TimeSpan Latency { get; set => field = Checked.NotNegative(value); }

    /// <summary>Calls per minute of one organisation. Default: 60.</summary>
    public int PerMinute { get; set => field = Checked.NotNegative(value); } = 60;

    /// <summary>Calls in flight at once of one organisation. Default: 5.</summary>
    public int Concurrent { get; set => field = Checked.NotNegative(value); } = 5;

    /// <summary>Calls per day of one organisation. Default: 5000; Xero's Starter tier has 1000.</summary>
    public int PerDay { get; set => field = Checked.NotNegative(value); } = 5000;

    /// <summary>Calls per minute of the app over all organisations. Default: 10000.</summary>
    public int AppPerMinute { get; set => field = Checked.NotNegative(value); } = 10_000;

    /// <summary>The largest request body in bytes. Default: 3.5 MB.</summary>
    public int MaxRequestBytes { get; set => field = Checked.NotNegative(value); } = 3_500_000;

    /// <summary>The largest attachment in bytes: one page of Xero's says 10 MB, another 25 MB. Default: 10 MB.</summary>
    public int MaxAttachmentBytes { get; set => field = Checked.NotNegative(value); } = 10_000_000;

    /// <summary>The most connections that an uncertified app may have: 25 by older pages, 5 or 50 by tier. Default: 50.</summary>
    public int MaxConnections { get; set => field = Checked.NotNegative(value); } = 50;

    /// <summary>The longest address in characters; a longer one is 414. Default: 2083, some fifty ids.</summary>
    public int MaxUrlLength { get; set => field = Checked.NotNegative(value); } = 2083;

    /// <summary>How many records an organisation may have before an unindexed <c>where</c> or <c>order</c> is refused. Default: 100,000.</summary>
    public int MaxRecordsForUnindexedFilters { get; set => field = Checked.NotNegative(value); } = 100_000;

    /// <summary>Whether minute and day limits are lifted for the first 30 minutes of a new connection, as from the Plus tier on. Default: false.</summary>
    public bool RapidSync { get; set; }

    /// <summary>The client id of the second registered app, a mobile or desktop one: it has no secret and must use PKCE. Default: <c>kompass-emulator-pkce</c>.</summary>
    public string PkceClientId { get; set; } = "kompass-emulator-pkce";

    /// <summary>Whether <c>/_emulator</c> offers the control surface over HTTP. Default: true.</summary>
    public bool ServesControl { get; set; } = true;

    /// <summary>What carries webhooks to their receiver. Default: <see langword="null"/>, which means real HTTP.</summary>
    public HttpMessageHandler? WebhookHandler { get; set; }

    /// <summary>How often <see cref="EmulatorServer"/> sends the webhooks that are due; zero for never. Default: 1 s.</summary>
    public TimeSpan WebhookInterval { get; set => field = Checked.NotNegative(value); } = TimeSpan.FromSeconds(1);

    /// <summary>The behaviours that are not known for certain. Defaults: the stricter one of each.</summary>
    public EmulatorSwitches Switches { get; } = new();
}
