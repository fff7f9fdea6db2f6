using System.Collections.Immutable;

namespace Kompass.Xero.Emulator;

/// <summary>Which records bear a text as their key, without regard to case and outer blanks. Several may, since seeds hold such data.</summary>
internal sealed class KeyIndex
{
    public static readonly KeyIndex Empty = new(ImmutableDictionary.Create<string, ImmutableArray<Guid>>(StringComparer.OrdinalIgnoreCase));

    private readonly ImmutableDictionary<string, ImmutableArray<Guid>> _map;

    private KeyIndex(ImmutableDictionary<string, ImmutableArray<Guid>> map) => _map = map;

    /// <summary>An index of many records at once.</summary>
    public static KeyIndex Of(IEnumerable<(Guid Id, string? Key)> records) => new(records
        .Where(record => !string.IsNullOrWhiteSpace(record.Key))
        .GroupBy(record => record.Key!.Trim(), record => record.Id, StringComparer.OrdinalIgnoreCase)
        .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.OrdinalIgnoreCase));

    public ImmutableArray<Guid> Find(string? key) =>
        key is not null && _map.TryGetValue(key.Trim(), out var ids) ? ids : [];

    public KeyIndex Move(Guid id, string? from, string? to)
    {
        from = string.IsNullOrWhiteSpace(from) ? null : from.Trim();
        to = string.IsNullOrWhiteSpace(to) ? null : to.Trim();
        if (string.Equals(from, to, StringComparison.OrdinalIgnoreCase))
        {
            return this;
        }

        var map = _map;
        if (from is not null && map.TryGetValue(from, out var before))
        {
            var rest = before.Remove(id);
            map = rest.IsEmpty ? map.Remove(from) : map.SetItem(from, rest);
        }

        if (to is not null)
        {
            map = map.SetItem(to, map.TryGetValue(to, out var ids) ? ids.Add(id) : [id]);
        }

        return new KeyIndex(map);
    }
}
