namespace Kompass.Accounting;

/// <summary>Checks the templates of numbers and references: only known placeholders, and a number that differs from document to document.</summary>
internal static class TemplateRules
{
    private static readonly string[] OfNumbers = ["{reference}", "{id}", "{organisation}"];
    private static readonly string[] OfReferences = ["{order}", "{reference}", "{id}", "{organisation}"];

    public static IEnumerable<string> Check(DocumentSettings settings)
    {
        foreach (var problem in Check(nameof(DocumentSettings.NumberTemplate), settings.NumberTemplate, OfNumbers))
        {
            yield return problem;
        }

        if (!settings.NumberTemplate.Contains("{reference}", StringComparison.Ordinal)
            && !settings.NumberTemplate.Contains("{id}", StringComparison.Ordinal))
        {
            yield return $"{nameof(DocumentSettings.NumberTemplate)} gives every document the same number. "
                + $"Use {{reference}} or {{id}} in it.";
        }

        foreach (var problem in Check(nameof(DocumentSettings.ReferenceTemplate), settings.ReferenceTemplate, OfReferences))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Check(string name, string template, string[] known)
    {
        var rest = known.Aggregate(template, (text, placeholder) => text.Replace(placeholder, "", StringComparison.Ordinal));
        if (rest.Contains('{', StringComparison.Ordinal) || rest.Contains('}', StringComparison.Ordinal))
        {
            yield return $"{name} '{template}' holds a placeholder that is not known. Use {string.Join(", ", known)}, and no other braces.";
        }

        if (template.Any(char.IsControl))
        {
            yield return $"{name} holds a control character. Remove it.";
        }
    }
}
