namespace Kompass.Accounting;

/// <summary>
/// What connections need while nobody uses them: implemented by the adapter, called through <see cref="IConnectionUpkeep"/>. Thread-safe.
/// </summary>
public interface IConnectionCare
{
    /// <summary>Uses the connection's credential once where nobody did for long, so that the consent does not lapse.</summary>
    /// <exception cref="RemoteLedgerException">
    /// The consent has ended (<see cref="RemoteFault.ReconnectRequired"/>), or the ledger could not be asked now.
    /// </exception>
    Task KeepAliveAsync(RemoteConnection connection, CancellationToken cancellationToken);

    /// <summary>Removes what authorisations left that nobody finished.</summary>
    Task CleanAsync(CancellationToken cancellationToken);
}
