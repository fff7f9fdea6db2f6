namespace Kompass.Xero.AspNetCore;

internal sealed record ConfigurationListRow(SyncConfiguration Configuration, string Name);
