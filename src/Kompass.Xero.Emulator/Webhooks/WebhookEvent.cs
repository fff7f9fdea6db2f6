namespace Kompass.Xero.Emulator;

/// <summary>One event: which record was written, never what it holds.</summary>
internal sealed record WebhookEvent(int Sequence, Guid TenantId, string Category, Guid ResourceId, bool IsNew, DateTimeOffset At)
{
    /// <summary>Type and status of a credit note at that time.</summary>
    public (string Type, string Status)? Data { get; init; }

    public string ResourceUrl => Category switch
    {
        "CONTACT" => $"https://api.xero.com/api.xro/2.0/Contacts/{ResourceId}",
        "INVOICE" => $"https://api.xero.com/api.xro/2.0/Invoices/{ResourceId}",
        _ => $"https://api.xero.com/api.xro/2.0/CreditNotes/{ResourceId}",
    };
}
