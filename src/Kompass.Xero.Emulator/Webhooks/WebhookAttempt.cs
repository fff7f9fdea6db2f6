namespace Kompass.Xero.Emulator;

/// <summary>One POST to the receiver of webhooks. Immutable.</summary>
/// <param name="At">When it was sent.</param>
/// <param name="Body">The payload.</param>
/// <param name="Signature">The header <c>x-xero-signature</c>.</param>
/// <param name="IsSignedRightly">Whether the signature is the payload's.</param>
/// <param name="Status">The status answered; <see langword="null"/> for no answer within 5 s.</param>
/// <param name="IsAccepted">Whether Xero is content with the answer.</param>
/// <param name="Reason">What was wrong with the answer; <see langword="null"/> when nothing was.</param>
public sealed record WebhookAttempt(
    DateTimeOffset At, string Body, string Signature, bool IsSignedRightly, int? Status, bool IsAccepted, string? Reason)
{
    /// <summary>The number of events in the payload; 0 for the intent to receive.</summary>
    public int Events { get; init; }
}
