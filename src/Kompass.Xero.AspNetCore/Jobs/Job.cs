namespace Kompass.Xero.AspNetCore;

internal sealed record Job(JobKind Kind, ConfigurationId ConfigurationId, AdminUser User)
{
    /// <summary>The approved plan of an undo; null otherwise.</summary>
    public UndoPlan? Undo { get; init; }
}
