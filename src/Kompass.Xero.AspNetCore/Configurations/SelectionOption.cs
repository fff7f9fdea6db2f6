namespace Kompass.Xero.AspNetCore;

internal sealed record SelectionOption(ConfigurationId Id, string Name);
