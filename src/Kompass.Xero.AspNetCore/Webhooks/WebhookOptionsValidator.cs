using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore;

/// <summary>Fails closed: without a key nothing can be told apart, so nothing starts. No message holds a key.</summary>
internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    private const int ShortestKey = 16;

    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        if (options.SigningKeys.Count == 0)
        {
            return ValidateOptionsResult.Fail(
                "KX6020 WebhookOptions.SigningKeys is empty, so no webhook could be told from a forged one. "
                + "Copy the webhooks key of your app from developer.xero.com/app/manage and set it from a secret store, or do not call AddWebhooks().");
        }

        return options.SigningKeys.Any(key => string.IsNullOrWhiteSpace(key) || key.Length < ShortestKey || key != key.Trim())
            ? ValidateOptionsResult.Fail(
                $"KX6021 WebhookOptions.SigningKeys has an entry that is empty, shorter than {ShortestKey} characters, or begins or ends with a blank. "
                + "Copy the whole webhooks key from developer.xero.com/app/manage.")
            : ValidateOptionsResult.Success;
    }
}
