namespace Kompass.Xero;

/// <summary>The two named HTTP clients of this package.</summary>
internal static class XeroHttp
{
    public const string IdentityClient = "Kompass.Xero.Identity";
    public const string ApiClient = "Kompass.Xero.Api";
}
