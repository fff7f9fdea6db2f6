using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>Says in the ports' words what went wrong with Xero.</summary>
internal static class RemoteFaults
{
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (XeroApiException e)
        {
            throw Of(e);
        }
        catch (XeroIdentityException e)
        {
            throw Of(e);
        }
    }

    public static RemoteLedgerException Of(XeroApiException e) => new(Fault(e), e.Message, e)
    {
        CorrelationId = e.CorrelationId,
        RetryAt = e.ParkedUntil ?? (e.RetryAfter is { } pause ? e.LastSentAt + pause : null),
    };

    public static RemoteLedgerException Of(XeroIdentityException e) => new(
        e.Fault switch
        {
            XeroIdentityFault.ReconnectRequired or XeroIdentityFault.Denied => RemoteFault.ReconnectRequired,
            XeroIdentityFault.Configuration => RemoteFault.Configuration,
            _ => RemoteFault.Unavailable,
        },
        e.Message,
        e);

    public static RemoteLedgerException UnknownOutcome(string what, string? correlationId) => new(
        RemoteFault.OutcomeUnknown,
        $"KX3001 Xero's answer does not tell what became of {what}. It is settled by reading.")
    {
        CorrelationId = correlationId,
    };

    private static RemoteFault Fault(XeroApiException e) => e.Kind switch
    {
        _ when e.OutcomeUnknown => RemoteFault.OutcomeUnknown,
        XeroErrorKind.Unauthorized => RemoteFault.ReconnectRequired,
        XeroErrorKind.ScopeMissing => RemoteFault.PermissionMissing,
        XeroErrorKind.Disconnected => RemoteFault.Disconnected,
        XeroErrorKind.NotFound => RemoteFault.NotFound,
        XeroErrorKind.RateLimited or XeroErrorKind.Parked => RemoteFault.LimitReached,
        XeroErrorKind.Validation or XeroErrorKind.TooLarge or XeroErrorKind.Refused => RemoteFault.Refused,
        _ => RemoteFault.Unavailable,
    };
}
