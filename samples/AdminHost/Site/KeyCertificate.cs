using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AdminHost.Site;

/// <summary>
/// The certificate that encrypts Data Protection's keys at rest. The sample makes its own and keeps it in a file that its user alone can
/// read; a real host takes one from its certificate store or vault, out of the reach of whoever copies the folder of the keys.
/// </summary>
internal static class KeyCertificate
{
    public static X509Certificate2 LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            using var key = RSA.Create(3072);
            var request = new CertificateRequest("CN=AdminHost keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var now = TimeProvider.System.GetUtcNow();
            using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
            using var file = new FileStream(path, Private());
            file.Write(certificate.Export(X509ContentType.Pkcs12));
        }

        return X509CertificateLoader.LoadPkcs12FromFile(path, null);
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
