using Microsoft.Extensions.Options;

namespace Kompass.Xero;

internal sealed class XeroOptionsValidator : IValidateOptions<XeroOptions>
{
    public ValidateOptionsResult Validate(string? name, XeroOptions options)
    {
        var faults = new List<string>();
        Credentials(options, faults);
        Redirect(options.RedirectUri, faults);
        Endpoints(options, faults);
        Times(options, faults);
        Counts(options, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Credentials(XeroOptions options, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            faults.Add("KX1001 XeroOptions.ClientId is empty. Copy the client id of your app from developer.xero.com/app/manage.");
        }

        if (string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            faults.Add("KX1002 XeroOptions.ClientSecret is empty. Generate a secret for your web app at developer.xero.com/app/manage and set it from a secret store.");
        }

        foreach (var scope in options.AdditionalScopes)
        {
            if (string.IsNullOrWhiteSpace(scope) || scope.Any(char.IsWhiteSpace))
            {
                faults.Add($"KX1003 XeroOptions.AdditionalScopes contains '{scope}', which is not one scope. Add each scope as an entry of its own.");
            }
        }
    }

    private static void Redirect(Uri? redirect, List<string> faults)
    {
        if (redirect is null || !redirect.IsAbsoluteUri)
        {
            faults.Add("KX1004 XeroOptions.RedirectUri is missing or not absolute. Set the full address of the callback page, exactly as registered with your Xero app.");
            return;
        }

        var local = string.Equals(redirect.Host, "localhost", StringComparison.OrdinalIgnoreCase);
        if (redirect.Scheme != Uri.UriSchemeHttps && !(redirect.Scheme == Uri.UriSchemeHttp && local))
        {
            faults.Add($"KX1005 XeroOptions.RedirectUri '{redirect}' is not https. Use https, or http on localhost (Xero refuses http anywhere else, 127.0.0.1 included).");
        }

        if (redirect.Fragment.Length > 0 || redirect.UserInfo.Length > 0)
        {
            faults.Add($"KX1006 XeroOptions.RedirectUri '{redirect.GetLeftPart(UriPartial.Path)}' carries a fragment or user information. Remove it.");
        }
    }

    private static void Endpoints(XeroOptions options, List<string> faults)
    {
        if (options.Endpoints is null)
        {
            faults.Add("KX1007 XeroOptions.Endpoints is null. Leave it out for the real Xero, or set new XeroEndpoints().");
            return;
        }

        foreach (var (name, address) in options.Endpoints.All())
        {
            if (address is null || !address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            {
                faults.Add($"KX1008 XeroOptions.Endpoints.{name} is not an absolute http address. Set an absolute one, or leave the default.");
            }
            else if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback && !options.AllowInsecureEndpoints)
            {
                faults.Add($"KX1009 XeroOptions.Endpoints.{name} '{address}' is plain http to another machine: tokens would travel in clear. Use https, a loopback address, or set AllowInsecureEndpoints on a test bench.");
            }
        }
    }

    private static void Times(XeroOptions options, List<string> faults)
    {
        Between(faults, "KX1010", nameof(options.CallTimeout), options.CallTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Between(faults, "KX1011", nameof(options.LongestPause), options.LongestPause, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Between(faults, "KX1012", nameof(options.RefreshSkew), options.RefreshSkew, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        Between(faults, "KX1019", nameof(options.KeepAliveAfter), options.KeepAliveAfter, TimeSpan.FromDays(1), TimeSpan.FromDays(55));
        if (options.LongestFlight < options.CallTimeout || options.LongestFlight >= IdempotencyWindow.Remembered)
        {
            faults.Add($"KX1013 XeroOptions.LongestFlight is {options.LongestFlight} with a CallTimeout of {options.CallTimeout}. It must be at least CallTimeout and under 00:06:00, the time Xero remembers an idempotency key.");
        }
    }

    private static void Counts(XeroOptions options, List<string> faults)
    {
        Between(faults, "KX1014", nameof(options.SyncCallsPerMinute), options.SyncCallsPerMinute, 1, RateGate.SendsPerMinute);
        Between(faults, "KX1015", nameof(options.ConcurrentCalls), options.ConcurrentCalls, 1, 5);
        Between(faults, "KX1016", nameof(options.DailyReserve), options.DailyReserve, 0, 5000);
        Between(faults, "KX1017", nameof(options.ReadRetries), options.ReadRetries, 0, 10);
        Between(faults, "KX1018", nameof(options.WriteResends), options.WriteResends, 0, 5);
    }

    private static void Between<T>(List<string> faults, string id, string option, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            faults.Add($"{id} XeroOptions.{option} is {value}. Set a value from {least} to {most}.");
        }
    }
}
