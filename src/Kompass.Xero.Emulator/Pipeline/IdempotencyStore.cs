using System.Security.Cryptography;

namespace Kompass.Xero.Emulator;

/// <summary>Answers under their idempotency key, for six minutes from the first call; errors too.</summary>
internal sealed class IdempotencyStore
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(6);
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset At, string Key)> _order = [];

    public static string Fingerprint(EmulatedRequest request, Guid tenantId) =>
        $"{tenantId} {request.Method} {request.Url.PathAndQuery} {Convert.ToHexString(SHA256.HashData(request.Body.Span))}";

    public Entry? Find(string key, DateTimeOffset now)
    {
        while (_order.TryPeek(out var oldest) && now - oldest.At >= Memory)
        {
            _order.Dequeue();
            if (_entries.TryGetValue(oldest.Key, out var entry) && entry.At == oldest.At)
            {
                _entries.Remove(oldest.Key);
            }
        }

        return _entries.GetValueOrDefault(key);
    }

    public void Keep(string key, DateTimeOffset now, string fingerprint, EmulatedResponse response)
    {
        _entries[key] = new Entry(now, fingerprint, response);
        _order.Enqueue((now, key));
    }

    public static EmulatedResponse Refuse(string message) => Errors.Api(400, 10, "ValidationException", message);

    internal sealed record Entry(DateTimeOffset At, string Fingerprint, EmulatedResponse Response);
}
