using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>
/// Lends the connection to a host that also calls Xero by itself, for example through the official SDK. Refreshing stays here:
/// never refresh a token obtained from here, or the stored one dies. Thread-safe.
/// </summary>
public interface IXeroAccess
{
    /// <summary>An access token that is good for at least <see cref="XeroOptions.RefreshSkew"/>, and the organisation to use it for.</summary>
    /// <param name="configuration">The connected configuration.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RemoteLedgerException">
    /// Not connected (<see cref="RemoteFault.Disconnected"/>), consent ended (<see cref="RemoteFault.ReconnectRequired"/>), or Xero cannot be reached.
    /// </exception>
    Task<XeroAccess> GetAsync(ConfigurationId configuration, CancellationToken cancellationToken = default);
}
