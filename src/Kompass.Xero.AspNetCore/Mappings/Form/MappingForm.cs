namespace Kompass.Xero.AspNetCore;

/// <summary>Puts what a person chose or typed into the rows, and suggestions where they were asked for.</summary>
internal static class MappingForm
{
    /// <summary>Only what the form holds is changed: the rows of other pages stay as they are stored.</summary>
    public static MappingModel Typed(MappingModel model, IFormCollection form) => model with
    {
        Find = form["find"].ToString().Trim(),
        Rows = [.. model.Rows.Select(row => form.ContainsKey(row.FieldName) ? Typed(model, row, form[row.FieldName].ToString()) : row)],
        DefaultItem = model.DefaultItem is { } row && form.ContainsKey(row.FieldName) ? Typed(model, row, form[row.FieldName].ToString()) : model.DefaultItem,
    };

    /// <summary>Fills in the suggestions of the page where nothing, or nothing that can be used, is chosen.</summary>
    /// <param name="model">The page.</param>
    /// <param name="code">The one row that is meant; null for all.</param>
    public static MappingModel Filled(MappingModel model, string? code)
    {
        var meant = model.Shown.Items.Where(row => row.Suggestion?.Choice is not null && (code is null ? IsOpen(model, row) : row.Code == code)).Select(row => row.Code).ToHashSet();
        var done = meant.Count == 0
            ? "There was nothing to fill in on this page: what has a suggestion is chosen already."
            : $"{Texts.Count(meant.Count, "suggestion was", "suggestions were")} filled in. Nothing is saved yet: look through what was filled in, then click Save.";
        return model with
        {
            Done = done,
            Rows = [.. model.Rows.Select(row => meant.Contains(row.Code) ? row with { Chosen = row.Suggestion!.Choice!.Key, IsFilled = true, Problem = null } : row)],
        };
    }

    private static MappingRow Typed(MappingModel model, MappingRow row, string text)
    {
        text = text.Trim();
        var chosen = text.Length == 0 ? "" : model.Choices.Resolve(text)?.Key ?? text;

        // What cannot be used any more stays as it is when it is left as it was shown, and is a mistake when it is chosen anew.
        return row with { Chosen = chosen, Problem = chosen == row.Stored ? null : ProblemOf(model, chosen) };
    }

    private static string? ProblemOf(MappingModel model, string chosen) =>
        model.Kind == MappingKind.Account && chosen.Length > 0 && model.Choices.OfKey(chosen) is null
            ? $"Xero has no account “{chosen}”, or more than one. Type its code, or choose it from the list."
            : null;

    private static bool IsOpen(MappingModel model, MappingRow row) =>
        row.Chosen.Length == 0 || (row.Chosen == row.Stored && model.Choices.OfKey(row.Chosen) is not { Unusable: null });
}
