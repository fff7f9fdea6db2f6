namespace Kompass.Xero.AspNetCore;

/// <summary>
/// Suggests by equal code, else by equal name, else, of VAT rates, by equal rate. Only what can be used for sales is suggested, and nothing
/// where two would do equally.
/// </summary>
internal sealed class MappingSuggester
{
    private readonly ILookup<string, MappingChoice> _byCode;
    private readonly ILookup<string, MappingChoice> _byName;
    private readonly ILookup<decimal?, MappingChoice> _byPercent;

    public MappingSuggester(IEnumerable<MappingChoice> choices)
    {
        var usable = choices.Where(choice => choice.Unusable is null).ToList();
        _byCode = usable.ToLookup(choice => choice.Code.Trim(), StringComparer.OrdinalIgnoreCase);
        _byName = usable.ToLookup(choice => choice.Name.Trim(), StringComparer.OrdinalIgnoreCase);
        _byPercent = usable.ToLookup(choice => choice.Percent);
    }

    /// <returns>Null when nothing in Xero is like it.</returns>
    public MappingSuggestion? Suggest(MappingSubject subject) =>
        Of(subject.Code.Trim().Length == 0 ? [] : _byCode[subject.Code.Trim()], "same code")
        ?? Of(subject.Name.Trim().Length == 0 ? [] : _byName[subject.Name.Trim()], "same name")
        ?? Of(subject.Percent is null ? [] : _byPercent[subject.Percent], "same rate");

    private static MappingSuggestion? Of(IEnumerable<MappingChoice> found, string why) => found.Take(2).ToList() switch
    {
        [] => null,
        [var only] => new(only, why),
        _ => new(null, why),
    };
}
