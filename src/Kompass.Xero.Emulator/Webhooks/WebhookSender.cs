using System.Net.Http.Headers;
using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary>Posts payloads to the receiver and judges its answers as Xero does.</summary>
internal sealed class WebhookSender(EmulatorContext context)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);
    private static readonly Lazy<HttpMessageHandler> Real = new(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public async Task<WebhookAttempt> SendAsync(
        WebhookSubscription subscription, IReadOnlyList<WebhookEvent> events, string entropy, bool signRightly, CancellationToken cancellationToken)
    {
        var body = WebhookPayload.Write(events, entropy, context.Options.Switches.WebhookNamesAreUpperCamel);
        var signature = WebhookPayload.Sign(body, signRightly ? subscription.SigningKey : subscription.SigningKey + "x");
        var at = context.Now;
        var (status, fault) = await PostAsync(subscription.Url, body, signature, cancellationToken);
        var reason = fault ?? (signRightly
            ? status is >= 200 and < 300 ? null : $"A payload signed rightly was answered with {status} instead of 200."
            : status == 401 ? null : $"A payload signed wrongly was answered with {status} instead of 401.");
        return new WebhookAttempt(at, Encoding.UTF8.GetString(body), signature, signRightly, status, reason is null, reason) { Events = events.Count };
    }

    private async Task<(int? Status, string? Fault)> PostAsync(Uri url, byte[] body, string signature, CancellationToken cancellationToken)
    {
        using var invoker = new HttpMessageInvoker(context.Options.WebhookHandler ?? Real.Value, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.TryAddWithoutValidation("x-xero-signature", signature);
        using var budget = new CancellationTokenSource(Budget, context.Options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            using var response = await invoker.SendAsync(request, either.Token).WaitAsync(either.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(either.Token);
            return ((int)response.StatusCode, answer.Length > 0 && response.IsSuccessStatusCode ? "The answer has a body; it must be empty."
                : response.Headers.Contains("Set-Cookie") ? "The answer sets a cookie; it must set none."
                : null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, "There was no answer within 5 seconds.");
        }
        catch (HttpRequestException fault)
        {
            return (null, $"The receiver could not be reached: {fault.Message}");
        }
    }
}
