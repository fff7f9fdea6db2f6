namespace Kompass.Xero.AspNetCore;

/// <summary>How the webhooks of Xero are told from anybody else's.</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// The signing keys that are taken, as developer.xero.com shows them: one, or while a key is exchanged the earlier one too.
    /// Secrets. At least one is required; without it the host does not start.
    /// </summary>
    public IList<string> SigningKeys { get; } = [];
}
