using Microsoft.Extensions.Logging;

namespace Kompass.Xero.AspNetCore;

/// <summary>
/// Answers a payload within the time that Xero waits, always without a body. Nothing is read from a payload before its signature is right,
/// and it is answered with success only when what it tells is stored, or can never be read.
/// </summary>
internal sealed class WebhookHandler(
    WebhookSignatures signatures, WebhookReceiver receiver, WebhookTelemetry telemetry, TimeProvider clock, ILogger<WebhookHandler> log)
{
    /// <summary>Xero waits for 5 seconds, the way included.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4);

    public async Task HandleAsync(HttpContext http)
    {
        using var budget = new CancellationTokenSource(Budget, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, http.RequestAborted);
        var outcome = await ReceiveAsync(http.Request, either.Token);
        telemetry.Answered(outcome);
        http.Response.StatusCode = outcome switch
        {
            WebhookOutcome.Received or WebhookOutcome.Unreadable => StatusCodes.Status200OK,
            WebhookOutcome.TooLarge => StatusCodes.Status413PayloadTooLarge,
            WebhookOutcome.Broken => StatusCodes.Status400BadRequest,
            WebhookOutcome.TooSlow or WebhookOutcome.Failed => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status401Unauthorized,
        };

        // Said, so that nothing of the host's takes it for an answer that wants a page.
        http.Response.ContentLength = 0;
    }

    private async Task<WebhookOutcome> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await CheckAsync(request, cancellationToken);
            if (outcome is not (WebhookOutcome.Received or WebhookOutcome.Unreadable))
            {
                WebhookLog.Refused(log, outcome);
            }

            return outcome;
        }
        catch (BadHttpRequestException exception)
        {
            var outcome = exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? WebhookOutcome.TooLarge : WebhookOutcome.Broken;
            WebhookLog.Refused(log, outcome);
            return outcome;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            WebhookLog.Refused(log, WebhookOutcome.TooSlow);
            return WebhookOutcome.TooSlow;
        }
#pragma warning disable CA1031 // Whatever befell the database, Xero is told to come again, without a page of the host's.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            WebhookLog.Failed(log, exception);
            return WebhookOutcome.Failed;
        }
    }

    private async Task<WebhookOutcome> CheckAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (WebhookSignatures.Read(request.Headers[WebhookSignatures.Header], out var refusal) is not { } signature)
        {
            return refusal;
        }

        if (await WebhookBody.ReadAsync(request, cancellationToken) is not { } body)
        {
            return WebhookOutcome.TooLarge;
        }

        if (!signatures.AreRight(body, signature))
        {
            return WebhookOutcome.WrongSignature;
        }

        if (WebhookParser.Parse(body, clock.GetUtcNow()) is not { } events)
        {
            WebhookLog.Unreadable(log);
            return WebhookOutcome.Unreadable;
        }

        await receiver.StoreAsync(events, cancellationToken);
        return WebhookOutcome.Received;
    }
}
