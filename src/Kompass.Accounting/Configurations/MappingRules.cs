namespace Kompass.Accounting;

/// <summary>The rules that mappings follow by themselves.</summary>
internal static class MappingRules
{
    public static IEnumerable<ConfigurationProblem> Check(MappingKind kind, IReadOnlyCollection<CodeMapping> mappings)
    {
        foreach (var mapping in mappings)
        {
            if (mapping.Kind != kind)
            {
                yield return Problem(mapping, $"is a mapping of kind {mapping.Kind} among those of kind {kind}. "
                    + "Save it with its own kind.");
            }

            if (string.IsNullOrWhiteSpace(mapping.KompassCode) || string.IsNullOrWhiteSpace(mapping.RemoteKey))
            {
                yield return Problem(mapping, "is mapped to nothing, or has no code. Choose both sides, or remove the row.");
            }
        }

        foreach (var code in mappings.GroupBy(mapping => mapping.KompassCode, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return Problem(code.First(), $"is mapped {code.Count()} times. Keep one of the rows.");
        }

        ConfigurationProblem Problem(CodeMapping mapping, string message) =>
            new($"{kind} '{mapping.KompassCode}'", $"'{mapping.KompassCode}' {message}");
    }
}
