using System.Text.RegularExpressions;
using System.Web;

namespace Quickstart;

/// <summary>Answers Xero's consent page over HTTP, as a person's browser would.</summary>
internal static partial class Browser
{
    public static async Task<(string? State, string? Code, string? Error)> AllowAsync(Uri address, Guid tenant, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var page = await client.GetStringAsync(address, cancellationToken);
        var action = HttpUtility.HtmlDecode(FormAction().Match(page).Groups[1].Value);
        using var form = new FormUrlEncodedContent([new("tenant", tenant.ToString()), new("decision", "allow")]);
        using var answer = await client.PostAsync(new Uri(address, action), form, cancellationToken);
        var callback = answer.Headers.Location
            ?? throw new InvalidOperationException($"Xero answered the consent with {answer.StatusCode} instead of sending the browser back.");
        var query = HttpUtility.ParseQueryString(callback.Query);
        return (query["state"], query["code"], query["error"]);
    }

    [GeneratedRegex("<form[^>]*action=\"([^\"]+)\"")]
    private static partial Regex FormAction();
}
