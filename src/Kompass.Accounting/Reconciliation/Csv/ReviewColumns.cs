namespace Kompass.Accounting;

/// <summary>The columns of a review file, in their order.</summary>
internal sealed class ReviewColumns(ProviderDescriptor provider)
{
    public const string ClientId = "kompass_id";
    public const string ClientName = "kompass_name";
    public const string Decision = "decision";
    public const string Row = "row";
    public const string Report = "report";

    public string ContactId => provider.ContactIdColumn;

    public IReadOnlyList<string> All =>
    [
        ContactId, provider.ContactNameColumn, ClientId, ClientName, "confidence", "band", "reason", "status", Decision, "remaining",
        $"{provider.Key}_status", $"{provider.Key}_email", "kompass_email", $"{provider.Key}_postcode", "kompass_postcode",
        $"{provider.Key}_phone", "kompass_phone", "customer_or_supplier", "balance", "contact_number", Row, Report,
    ];

    /// <summary>Without these a file cannot be imported.</summary>
    public IReadOnlyList<string> Required => [ContactId, ClientId, Decision, Report];
}
