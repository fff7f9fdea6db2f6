using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Encrypts the payload of a credential, each under a purpose of its own.</summary>
internal sealed partial class CredentialProtector(IDataProtectionProvider provider, ILogger<CredentialProtector> logger)
{
    public const string Purpose = "Kompass.Accounting.Credentials";

    public byte[] Protect(CredentialId id, ReadOnlySpan<byte> payload) => For(id).Protect(payload.ToArray());

    /// <summary>Decrypts a payload; null when no key fits, such as after the key ring was lost.</summary>
    public byte[]? TryUnprotect(CredentialId id, byte[] payload)
    {
        try
        {
            return For(id).Unprotect(payload);
        }
        catch (CryptographicException exception)
        {
            LogUnreadable(exception, id);
            return null;
        }
    }

    private IDataProtector For(CredentialId id) => provider.CreateProtector(Purpose, id.Value);

    [LoggerMessage(
        5001,
        LogLevel.Warning,
        "KX5001 The stored credential {Id} cannot be decrypted and counts as absent: the key ring of Data Protection was lost or changed. "
        + "Keep the key ring in a lasting place, and authorise again.")]
    private partial void LogUnreadable(Exception exception, CredentialId id);
}
