using Microsoft.AspNetCore.DataProtection;

namespace Kompass.Simulation;

/// <summary>Protects nothing.</summary>
internal sealed class PlainKeys : IDataProtectionProvider, IDataProtector
{
    public IDataProtector CreateProtector(string purpose) => this;

    public byte[] Protect(byte[] plaintext) => plaintext;

    public byte[] Unprotect(byte[] protectedData) => protectedData;
}
