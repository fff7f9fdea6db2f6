namespace Kompass.Xero.AspNetCore;

internal sealed record DisconnectModel(ConfigurationId Id, string Name, RemoteConnection Connection);
