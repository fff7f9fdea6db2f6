using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>When the token sets that this process uses were given out. Thread-safe.</summary>
internal sealed class TokenAges(TimeProvider time)
{
    /// <summary>A set that nobody read here for so long is another process's, or removed.</summary>
    private static readonly TimeSpan Used = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<CredentialId, (DateTimeOffset IssuedAt, DateTimeOffset ReadAt)> _seen = [];

    public void Saw(CredentialId id, TokenSet tokens)
    {
        lock (_lock)
        {
            _seen[id] = (tokens.IssuedAt, time.GetUtcNow());
        }
    }

    public void Forget(CredentialId id)
    {
        lock (_lock)
        {
            _seen.Remove(id);
        }
    }

    /// <summary>The age of the oldest set in use; null when none is.</summary>
    public TimeSpan? Oldest()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            foreach (var (id, (_, readAt)) in _seen)
            {
                if (now - readAt > Used)
                {
                    _seen.Remove(id);
                }
            }

            return _seen.Count == 0 ? null : now - _seen.Values.Min(seen => seen.IssuedAt);
        }
    }
}
