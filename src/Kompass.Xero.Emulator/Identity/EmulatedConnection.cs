namespace Kompass.Xero.Emulator;

/// <summary>That an organisation is connected to the app by a person. Immutable.</summary>
/// <param name="Id">The connection's id, which is not the tenant id.</param>
/// <param name="TenantId">The organisation.</param>
/// <param name="UserId">The person who consented; empty for a custom connection.</param>
/// <param name="AuthEventId">The latest consent.</param>
/// <param name="CreatedUtc">When it was first made.</param>
/// <param name="UpdatedUtc">When it was last consented to.</param>
public sealed record EmulatedConnection(
    Guid Id, Guid TenantId, Guid UserId, Guid AuthEventId, DateTimeOffset CreatedUtc, DateTimeOffset UpdatedUtc)
{
    /// <summary>The client id of a custom connection; <see langword="null"/> for those that people consent to.</summary>
    public string? CustomClientId { get; init; }
}
