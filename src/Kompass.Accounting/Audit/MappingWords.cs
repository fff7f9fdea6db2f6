namespace Kompass.Accounting;

/// <summary>Says in words which mappings of a kind changed.</summary>
internal static class MappingWords
{
    /// <summary>Null when nothing differs.</summary>
    public static (string? Before, string? After)? Difference(
        MappingKind kind, IEnumerable<CodeMapping> before, IEnumerable<CodeMapping> after)
    {
        var earlier = before.Where(mapping => mapping.Kind == kind).ToDictionary(mapping => mapping.KompassCode, mapping => mapping.RemoteKey);
        var later = after.ToDictionary(mapping => mapping.KompassCode, mapping => mapping.RemoteKey);
        var changed = earlier.Keys.Union(later.Keys)
            .Where(code => earlier.GetValueOrDefault(code) != later.GetValueOrDefault(code))
            .Order(StringComparer.Ordinal)
            .ToList();
        return changed.Count == 0 ? null : (Text(kind, changed, earlier), Text(kind, changed, later));
    }

    private static string? Text(MappingKind kind, IEnumerable<string> codes, Dictionary<string, string> mappings)
    {
        var listed = codes.Where(mappings.ContainsKey).Select(code => $"{code} to {mappings[code]}").ToList();
        return listed.Count == 0 ? null : $"{kind}: {string.Join(", ", listed)}";
    }
}
