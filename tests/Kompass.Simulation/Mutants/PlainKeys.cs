using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kompass.Simulation;

/// <summary>Protects nothing from now on, and still opens what was protected.</summary>
internal sealed class PlainKeys(IDataProtectionProvider keys) : IDataProtectionProvider
{
    public IDataProtector CreateProtector(string purpose) => new Plain(keys.CreateProtector(purpose));

    private sealed class Plain(IDataProtector real) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new Plain(real.CreateProtector(purpose));

        public byte[] Protect(byte[] plaintext) => plaintext;

        public byte[] Unprotect(byte[] protectedData)
        {
            try
            {
                return real.Unprotect(protectedData);
            }
            catch (CryptographicException)
            {
                return protectedData;
            }
        }
    }
}
