namespace Kompass.Xero.AspNetCore;

/// <summary>Says of each row what is wrong with it as it stands, and what is suggested instead.</summary>
internal sealed class MappingCheck(MappingKind kind, MappingChoices choices)
{
    private readonly MappingSuggester _suggester = new(choices.Usable);

    public MappingChoices Choices => choices;

    public MappingRow Judge(MappingRow row)
    {
        var choice = row.Stored.Length == 0 ? null : choices.OfKey(row.Stored);
        var isMissing = row.Stored.Length > 0 && choice is not { Unusable: null };
        var suggestion = row.Stored.Length > 0 && !isMissing ? null : Suggest(row.Subject) ?? Suggest(choice is null ? null : new(choice.Code, choice.Name, choice.Percent));
        return row with { Warning = WarningOf(row.Stored), Suggestion = suggestion };
    }

    /// <summary>What is wrong with a key that is stored; null when nothing is.</summary>
    public string? WarningOf(string key) => key.Length == 0 ? null : choices.OfKey(key) switch
    {
        null => kind == MappingKind.Account
            ? "The account that was chosen here is no longer in Xero. Documents that need it are held: choose another one."
            : $"“{key}” is no longer in Xero: it was deleted there, or has another code now. Documents that need it are held: choose another one.",
        { Unusable: "archived" } archived => $"{archived.Label} is archived in Xero. Documents that need it are held: choose another one, or restore it in Xero.",
        { Unusable: { } why } choice => $"{choice.Label} can no longer be used for sales: {Explain(why)}. Documents that need it are held: choose another one.",
        { Limit: { } limit } choice => $"{choice.Label} {limit}.",
        _ => null,
    };

    private MappingSuggestion? Suggest(MappingSubject? subject) => subject is null ? null : _suggester.Suggest(subject);

    private static string Explain(string why) => why switch
    {
        "tracked stock" => "its stock is tracked, and an invoice would move it",
        "not sold" => "Xero says that it is not sold",
        "of purchases" => "it applies to purchases alone",
        _ => $"it {why}",
    };
}
