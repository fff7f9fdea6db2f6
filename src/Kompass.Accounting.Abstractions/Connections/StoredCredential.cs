namespace Kompass.Accounting;

/// <summary>A credential as read from the store.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Payload">The payload in clear.</param>
/// <param name="Version">Grows by one with each save, from 1.</param>
public sealed record StoredCredential(CredentialId Id, ReadOnlyMemory<byte> Payload, long Version)
{
    /// <summary>Names the id and the version alone, since the payload is a secret.</summary>
    public override string ToString() => $"{nameof(StoredCredential)} {Id} version {Version}";
}
