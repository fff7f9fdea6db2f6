namespace Kompass.Xero.Emulator;

/// <summary>One endpoint of the accounting API.</summary>
internal abstract class Endpoint
{
    /// <summary>The name in the address, such as <c>Invoices</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The scopes of which one lets the caller read; a scope that lets write lets read too.</summary>
    public abstract IReadOnlyList<string> ReadScopes { get; }

    /// <summary>The scopes of which one lets the caller write.</summary>
    public abstract IReadOnlyList<string> WriteScopes { get; }

    /// <summary>Whether the person behind the token must be an adviser.</summary>
    public virtual bool NeedsAdviser => false;

    /// <summary>Whether its records can have attachments.</summary>
    public virtual bool TakesAttachments => false;

    public abstract EmulatedResponse Handle(AccountingCall call);

    /// <summary>Whether the record exists, for its history.</summary>
    public virtual Guid? FindRecord(AccountingCall call, string key) => null;
}
