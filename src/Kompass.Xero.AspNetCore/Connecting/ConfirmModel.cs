namespace Kompass.Xero.AspNetCore;

/// <param name="Id">The configuration.</param>
/// <param name="Name">Its Kompass organisations.</param>
/// <param name="Former">The organisation that it belonged to.</param>
/// <param name="Pending">The one that waits.</param>
/// <param name="Error">What is wrong with what was typed; null when nothing is.</param>
internal sealed record ConfirmModel(ConfigurationId Id, string Name, string Former, RemoteConnection Pending, string? Error = null);
