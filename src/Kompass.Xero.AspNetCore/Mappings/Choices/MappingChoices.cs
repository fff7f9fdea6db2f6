namespace Kompass.Xero.AspNetCore;

/// <summary>What Xero offers for one kind of mapping, in the order in which it is shown.</summary>
internal sealed class MappingChoices
{
    private static readonly char[] Separators = [' ', '-', ':', '–', ','];

    private readonly Dictionary<string, MappingChoice> _byKey;
    private readonly ILookup<string, MappingChoice> _byText;
    private readonly ILookup<string, MappingChoice> _byCode;
    private readonly ILookup<string, MappingChoice> _byName;

    public MappingChoices(IReadOnlyList<MappingChoice> all)
    {
        Usable = [.. all.Where(choice => choice.Unusable is null)];
        _byKey = all.ToDictionary(choice => choice.Key, StringComparer.Ordinal);
        _byText = all.ToLookup(choice => Tidy(choice.Text), StringComparer.OrdinalIgnoreCase);
        _byCode = Usable.Where(choice => choice.Code.Length > 0).ToLookup(choice => Tidy(choice.Code), StringComparer.OrdinalIgnoreCase);
        _byName = Usable.ToLookup(choice => Tidy(choice.Name), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Those that may be chosen anew.</summary>
    public IReadOnlyList<MappingChoice> Usable { get; }

    public MappingChoice? OfKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>True where the text alone names the choice.</summary>
    public bool IsPlain(MappingChoice choice) => _byText[Tidy(choice.Text)].Skip(1).FirstOrDefault() is null;

    /// <summary>
    /// What a person meant: the whole text, the code alone, code and name however they are parted, or a name that only one has. Null when
    /// nothing, or more than one, is meant.
    /// </summary>
    public MappingChoice? Resolve(string typed)
    {
        var text = Tidy(typed);
        return OfKey(typed) ?? Only(_byText[text]) ?? Only(_byCode[text]) ?? OfCodeAndName(text) ?? Only(_byName[text]);
    }

    private MappingChoice? OfCodeAndName(string text)
    {
        for (var end = text.IndexOfAny(Separators); end > 0; end = text.IndexOfAny(Separators, end + 1))
        {
            var name = text[end..].Trim(Separators);
            if (name.Length > 0
                && Only(_byCode[text[..end].TrimEnd(Separators)]) is { } choice
                && Tidy(choice.Name).Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return choice;
            }
        }

        return null;
    }

    private static MappingChoice? Only(IEnumerable<MappingChoice> found) => found.Take(2).ToList() is [var only] ? only : null;

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
