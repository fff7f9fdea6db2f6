namespace Kompass.Xero.Emulator;

/// <summary>An app as Xero's portal knows it.</summary>
internal sealed record RegisteredApp(string ClientId, string? Secret, AppKind Kind)
{
    /// <summary>The organisation of a custom connection.</summary>
    public Guid? TenantId { get; init; }

    /// <summary>The scopes that were chosen in the portal for a custom connection.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
}
