namespace Kompass.Xero.Emulator;

/// <summary>Whether events are delivered.</summary>
public enum WebhookState
{
    /// <summary>No receiver is named.</summary>
    Off,

    /// <summary>A receiver is named and has not yet passed the intent to receive: nothing is delivered.</summary>
    IntentToReceive,

    /// <summary>Events are delivered.</summary>
    On,

    /// <summary>The receiver failed for 24 hours: events are kept for 31 days and delivered once it passes the intent to receive again.</summary>
    Disabled,
}
