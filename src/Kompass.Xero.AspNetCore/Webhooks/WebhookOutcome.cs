namespace Kompass.Xero.AspNetCore;

/// <summary>What became of a request to the webhook.</summary>
internal enum WebhookOutcome
{
    /// <summary>Signed rightly, and stored.</summary>
    Received,

    /// <summary>Signed rightly, and not readable.</summary>
    Unreadable,

    /// <summary>There is no signature.</summary>
    NoSignature,

    /// <summary>The signature is not 32 bytes in Base64.</summary>
    MalformedSignature,

    /// <summary>No key made the signature.</summary>
    WrongSignature,

    /// <summary>The body is larger than any of Xero's.</summary>
    TooLarge,

    /// <summary>The body is not sent as HTTP asks.</summary>
    Broken,

    /// <summary>The body, or the database, took too long.</summary>
    TooSlow,

    /// <summary>The events could not be stored.</summary>
    Failed,
}
