using System.Buffers.Text;

namespace Kompass.Xero.AspNetCore;

/// <summary>
/// Keeps a checked file until its owner imports it: half an hour, the newest few. Kept in memory, so that what is imported is byte for
/// byte what was checked; when it is gone, the file is uploaded again. Thread-safe.
/// </summary>
internal sealed class UploadShelf(IEntropy entropy, TimeProvider time)
{
    private const int MostFiles = 8;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly List<Upload> _uploads = [];

    public string Put(CheckedFile file, ConfigurationId configuration, string user)
    {
        Span<byte> secret = stackalloc byte[16];
        entropy.Fill(secret);
        var key = Base64Url.EncodeToString(secret);
        lock (_gate)
        {
            _uploads.RemoveAll(upload => upload.ExpiresAt <= time.GetUtcNow() || upload.User == user);
            if (_uploads.Count == MostFiles)
            {
                _uploads.RemoveAt(0);
            }

            _uploads.Add(new(key, file, configuration, user, time.GetUtcNow() + Lifetime));
        }

        return key;
    }

    /// <summary>The file, or null when it is gone, or not this user's, or meant for another configuration.</summary>
    public CheckedFile? Take(string key, ConfigurationId configuration, string user)
    {
        lock (_gate)
        {
            var found = _uploads.FindIndex(upload => upload.Key == key && upload.User == user && upload.Configuration == configuration);
            if (found < 0)
            {
                return null;
            }

            var upload = _uploads[found];
            _uploads.RemoveAt(found);
            return time.GetUtcNow() < upload.ExpiresAt ? upload.File : null;
        }
    }

    /// <summary>The same, and it stays.</summary>
    public CheckedFile? Look(string key, ConfigurationId configuration, string user)
    {
        lock (_gate)
        {
            return _uploads.Find(upload => upload.Key == key && upload.User == user && upload.Configuration == configuration) is { } upload
                && time.GetUtcNow() < upload.ExpiresAt
                    ? upload.File
                    : null;
        }
    }

    private sealed record Upload(string Key, CheckedFile File, ConfigurationId Configuration, string User, DateTimeOffset ExpiresAt);
}
