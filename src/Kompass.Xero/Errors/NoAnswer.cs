using Polly.Timeout;

namespace Kompass.Xero;

/// <summary>The failures after which nobody knows whether Xero saw the request.</summary>
internal static class NoAnswer
{
    public static bool Is(Exception? e) => e is HttpRequestException or TimeoutRejectedException or IOException;
}
