namespace Kompass.Accounting.Matching;

/// <summary>Says in words how two names compare. Not thread-safe.</summary>
internal sealed class NameReason
{
    private const int MostWords = 3;

    private readonly WordAlignment _alignment = new();

    internal string Of(NormalizedName left, NormalizedName right, in NameComparison names, LegalFormRelation forms)
    {
        if (names.Left is null || names.Right is null)
        {
            return "a name without letters or digits";
        }

        var words = names.IsSame ? SameWords(left, right, names, forms) : OtherWords(left, right, names);
        var form = !names.IsSame || forms == LegalFormRelation.Different ? FormOf(left, right, forms) : null;
        var trading = names.Doubts.HasFlag(Doubts.TradingNamesDiffer) ? "different trading names" : null;
        return string.Join("; ", new[] { words, form, trading }.Where(part => part is not null));
    }

    private static string SameWords(NormalizedName left, NormalizedName right, in NameComparison names, LegalFormRelation forms)
    {
        if (names.Doubts.HasFlag(Doubts.WordOrder))
        {
            return "same words in another order";
        }

        if (names.Doubts.HasFlag(Doubts.TradingNameOnly))
        {
            return "only the trading name agrees";
        }

        var apart = forms switch
        {
            LegalFormRelation.SpeltDifferently => [$"{Show(left)} / {Show(right)}"],
            LegalFormRelation.OneSided => [Show(left.LegalForms.Length > 0 ? left : right)],
            _ => new List<string>(),
        };
        apart.AddRange(OtherSpellings(left, right, names.Left!, names.Right!));
        return apart.Count > 0 ? "same name apart from " + string.Join(", ", apart)
            : string.Equals(left.Original, right.Original, StringComparison.OrdinalIgnoreCase) || forms == LegalFormRelation.Different ? "same name"
            : "same name, written differently";
    }

    // "Mfg" / "Manufacturing", "Straße" / "Strasse": taken for one word, and not always one.
    private static IEnumerable<string> OtherSpellings(NormalizedName left, NormalizedName right, NameVariant one, NameVariant other) =>
        one.Written.Length != other.Written.Length
            ? []
            : one.Written.Zip(other.Written)
                .Select(words => (Left: WrittenWord.In(left.Original, words.First), Right: WrittenWord.In(right.Original, words.Second)))
                .Where(words => !string.Equals(words.Left, words.Right, StringComparison.OrdinalIgnoreCase))
                .Take(MostWords)
                .Select(words => $"'{words.Left}' / '{words.Right}'");

    private string OtherWords(NormalizedName leftName, NormalizedName rightName, in NameComparison names)
    {
        if (names.Doubts.HasFlag(Doubts.Acronym))
        {
            return "one name is made of the initials of the other";
        }

        var (left, right) = (names.Left!, names.Right!);
        _alignment.Align(left, right);
        if (_alignment.Pairs.Length == 0)
        {
            return "different names";
        }

        if (names.Doubts.HasFlag(Doubts.NumbersDiffer) && NumberReason(left, right) is { } numbers)
        {
            return numbers;
        }

        var parts = new List<string>();
        var unequal = Unequal(leftName, rightName, left, right);
        if (unequal.Count > 0)
        {
            parts.Add("differs in " + string.Join(", ", unequal));
        }

        AddLeftOver(parts, Words(leftName, left, _alignment.LeftTaken), Words(rightName, right, _alignment.RightTaken));
        return parts.Count > 0 ? string.Join("; ", parts) : "same name, written differently";
    }

    private List<string> Unequal(NormalizedName leftName, NormalizedName rightName, NameVariant left, NameVariant right)
    {
        var pairs = _alignment.Pairs.ToArray().Where(pair => pair.Similarity < 1).OrderBy(pair => pair.Left).Take(MostWords);
        return [.. pairs.Select(pair =>
            $"'{Run(leftName, left, pair.Left, right.Tokens[pair.Right], pair.Similarity)}' / '{Run(rightName, right, pair.Right, left.Tokens[pair.Left], pair.Similarity)}'")];
    }

    // "HA" stands for all of "Housing Association".
    private static string Run(NormalizedName name, NameVariant own, int position, Token other, double similarity)
    {
        var count = similarity == TokenSimilarity.Initials && IsRunOf(own, position, other) ? other.Length : 1;
        return string.Join(' ', own.Written.Skip(position).Take(count).Select(word => WrittenWord.In(name.Original, word)));
    }

    private static bool IsRunOf(NameVariant own, int position, Token initials) =>
        position + initials.Length <= own.Tokens.Length
        && Enumerable.Range(0, initials.Length).All(i => own.Tokens[position + i].Text[0] == initials.Text[i]);

    private static void AddLeftOver(List<string> parts, string left, string right)
    {
        if (left.Length > 0 && right.Length > 0)
        {
            parts.Add($"differs in '{left}' / '{right}'");
        }
        else if (left.Length + right.Length > 0)
        {
            parts.Add($"only one name has '{left}{right}'");
        }
    }

    private static string? NumberReason(NameVariant left, NameVariant right)
    {
        var one = NumberWords(left, right);
        var other = NumberWords(right, left);
        return one is null || other is null ? null : $"differs in '{one}' / '{other}'";
    }

    // "Unit 1" says more than "1": the word before goes with the number.
    private static string? NumberWords(NameVariant name, NameVariant other)
    {
        for (var i = 0; i < name.Tokens.Length; i++)
        {
            if (name.NumberAt(i) is { } number && Array.IndexOf(other.Numbers, number) < 0)
            {
                return i > 0 ? name.Written[i - 1] + " " + name.Written[i] : name.Written[i];
            }
        }

        return null;
    }

    private static string Words(NormalizedName name, NameVariant variant, ReadOnlySpan<bool> taken)
    {
        var words = new List<string>();
        for (var i = 0; i < taken.Length; i++)
        {
            if (!taken[i])
            {
                words.Add(WrittenWord.In(name.Original, variant.Written[i]));
            }
        }

        return string.Join(' ', words.Take(MostWords)) + (words.Count > MostWords ? " ..." : "");
    }

    private static string? FormOf(NormalizedName left, NormalizedName right, LegalFormRelation forms) =>
        forms == LegalFormRelation.Different ? $"but {Show(left)} / {Show(right)}" : null;

    private static string Show(NormalizedName name) => LegalFormSpelling.Show(name.LegalForms);
}
