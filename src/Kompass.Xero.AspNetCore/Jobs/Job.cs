namespace Kompass.Xero.AspNetCore;

internal sealed record Job(JobKind Kind, ConfigurationId ConfigurationId, AdminUser User);
