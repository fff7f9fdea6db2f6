namespace Kompass.Xero.Tests;

public sealed class XeroOptionsValidatorTests
{
    private readonly XeroOptionsValidator _validator = new();

    [Fact]
    public void Validate_complete_options_succeeds() => Assert.True(_validator.Validate(null, Good()).Succeeded);

    public static TheoryData<string, Action<XeroOptions>> Faults => new()
    {
        { "KX1001 XeroOptions.ClientId", o => o.ClientId = " " },
        { "KX1002 XeroOptions.ClientSecret", o => o.ClientSecret = "" },
        { "KX1003 XeroOptions.AdditionalScopes", o => o.AdditionalScopes.Add("two scopes") },
        { "KX1004 XeroOptions.RedirectUri", o => o.RedirectUri = null },
        { "KX1004 XeroOptions.RedirectUri", o => o.RedirectUri = new("/callback", UriKind.Relative) },
        { "KX1005 XeroOptions.RedirectUri", o => o.RedirectUri = new("http://kompass.example/callback") },
        { "KX1005 XeroOptions.RedirectUri", o => o.RedirectUri = new("http://127.0.0.1/callback") },
        { "KX1006 XeroOptions.RedirectUri", o => o.RedirectUri = new("https://kompass.example/callback#part") },
        { "KX1007 XeroOptions.Endpoints", o => o.Endpoints = null! },
        { "KX1008 XeroOptions.Endpoints.Token", o => o.Endpoints = new() { Token = new("ftp://identity.xero.com/token") } },
        { "KX1009 XeroOptions.Endpoints.Api", o => o.Endpoints = new() { Api = new("http://169.254.169.254/api") } },
        { "KX1010 XeroOptions.CallTimeout", o => o.CallTimeout = TimeSpan.Zero },
        { "KX1011 XeroOptions.LongestPause", o => o.LongestPause = TimeSpan.FromHours(1) },
        { "KX1012 XeroOptions.RefreshSkew", o => o.RefreshSkew = TimeSpan.FromMinutes(20) },
        { "KX1013 XeroOptions.LongestFlight", o => o.LongestFlight = TimeSpan.FromMinutes(6) },
        { "KX1013 XeroOptions.LongestFlight", o => o.LongestFlight = TimeSpan.FromSeconds(10) },
        { "KX1014 XeroOptions.SyncCallsPerMinute", o => o.SyncCallsPerMinute = 61 },
        { "KX1015 XeroOptions.ConcurrentCalls", o => o.ConcurrentCalls = 6 },
        { "KX1016 XeroOptions.DailyReserve", o => o.DailyReserve = -1 },
        { "KX1017 XeroOptions.ReadRetries", o => o.ReadRetries = 11 },
        { "KX1018 XeroOptions.WriteResends", o => o.WriteResends = 6 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    [Trait("Security", "redirect uri")]
    [Trait("Security", "ssrf")]
    public void Validate_fault_names_the_option(string expected, Action<XeroOptions> spoil)
    {
        var options = Good();
        spoil(options);

        var failures = _validator.Validate(null, options).Failures!.ToList();

        Assert.Contains(failures, f => f.StartsWith(expected, StringComparison.Ordinal));
        Assert.DoesNotContain(failures, f => f.Contains(Bench.ClientSecret, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Security", "redirect uri")]
    public void Validate_http_on_localhost_is_accepted()
    {
        var options = Good();
        options.RedirectUri = new("http://localhost:5005/callback");
        options.Endpoints = XeroEndpoints.At(new("http://127.0.0.1:9999"));

        Assert.True(_validator.Validate(null, options).Succeeded);
    }

    private static XeroOptions Good() => new()
    {
        ClientId = "client-id",
        ClientSecret = Bench.ClientSecret,
        RedirectUri = new("https://kompass.example/callback"),
    };
}
