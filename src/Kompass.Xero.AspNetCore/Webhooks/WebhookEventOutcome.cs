namespace Kompass.Xero.AspNetCore;

/// <summary>What became of an event.</summary>
internal enum WebhookEventOutcome
{
    /// <summary>It waits for the next run.</summary>
    Stored,

    /// <summary>It was told before, or the record waits with a later change.</summary>
    Known,

    /// <summary>No configuration is connected to its organisation.</summary>
    NotConnected,

    /// <summary>It is about something that is not synced.</summary>
    OtherKind,

    /// <summary>It does not say what it is about.</summary>
    Unreadable,
}
